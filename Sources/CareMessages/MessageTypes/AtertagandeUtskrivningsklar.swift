import Documents
import Foundation

/// M06, withdrawal of readiness for discharge (Slussens förslag; regionala rutiner (Vårdhandboken: omgående)).
package struct AtertagandeUtskrivningsklar: MessageContent {
    package static let type = MessageType.atertagandeUtskrivningsklar
    package static let facts = TypeFacts(
        rootElement: "AtertagandeUtskrivningsklar",
        title: LocalText(sv: "Återtagande av utskrivningsklar", en: "Withdrawal of readiness for discharge"),
        law: "Slussens förslag; regionala rutiner (Vårdhandboken: omgående)",
        roles: ([.slutenVard], Roll.municipal.union(Roll.regionalOpenCare))
    ).with {
        $0.reference = .required([.utskrivningsklar, .underrattelseOppenTvangsvard])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
