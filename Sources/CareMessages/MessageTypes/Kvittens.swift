import Documents
import Foundation

/// M23, receipt (Slussens förslag; regionala rutiner).
package struct Kvittens: MessageContent {
    package static let type = MessageType.kvittens
    package static let facts = TypeFacts(
        rootElement: "Kvittens", title: LocalText(sv: "Kvittens", en: "Receipt"),
        law: "Slussens förslag; regionala rutiner", roles: (Set(Roll.allCases), Set(Roll.allCases))
    ).with {
        $0.reference = .required(Set(MessageType.allCases))
        $0.carriesPatient = false
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
