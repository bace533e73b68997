import Documents
import Foundation

/// M12, discharge information (Lag (2017:612) 3 kap. 2 §).
package struct Utskrivningsinformation: MessageContent {
    package static let type = MessageType.utskrivningsinformation
    package static let facts = TypeFacts(
        rootElement: "Utskrivningsinformation", title: LocalText(sv: "Utskrivningsinformation", en: "Discharge information"),
        law: "Lag (2017:612) 3 kap. 2 §", roles: ([.slutenVard], Roll.municipal.union(Roll.regionalOpenCare).union([.sis]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande, .utskrivningsklar, .underrattelseOppenTvangsvard])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
