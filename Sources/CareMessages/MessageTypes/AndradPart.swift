import Documents
import Foundation

/// M24, change of parties (Slussens förslag; offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §).
package struct AndradPart: MessageContent {
    package static let type = MessageType.andradPart
    package static let facts = TypeFacts(
        rootElement: "AndradPart", title: LocalText(sv: "Part ändras", en: "Change of parties"),
        law: "Slussens förslag; offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
        roles: (Set(Roll.allCases), Set(Roll.allCases))
    ).with {
        $0.reference = .optional(Set(MessageType.allCases))
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
