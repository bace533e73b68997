import Documents
import Foundation

/// M20, placement message (Slussens förslag; offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §).
package struct Placeringsmeddelande: MessageContent {
    package static let type = MessageType.placeringsmeddelande
    package static let facts = TypeFacts(
        rootElement: "Placeringsmeddelande", title: LocalText(sv: "Placeringsmeddelande", en: "Placement message"),
        law: "Slussens förslag; offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §",
        roles: ([.socialtjanst, .socialnamnd], Roll.regionalOpenCare.union([.slutenVard, .tandvard]))
    ).with {
        $0.reference = .optional([.placeringsmeddelande])
        $0.opensCase = true
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
