import Documents
import Foundation

/// M07, availability of open care (Lag (2017:612) 5 kap. 5 §).
package struct OppenvardensTillganglighet: MessageContent {
    package static let type = MessageType.oppenvardensTillganglighet
    package static let facts = TypeFacts(
        rootElement: "OppenvardensTillganglighet", title: LocalText(sv: "Öppenvårdens tillgänglighet", en: "Availability of open care"),
        law: "Lag (2017:612) 5 kap. 5 §", roles: (Roll.regionalOpenCare, Roll.municipal.union([.slutenVard]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande, .utskrivningsklar])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
