import Documents
import Foundation

/// M25, report of failed cooperation (Slussens förslag; lag (2017:612) 4 kap. 4 §).
package struct Avvikelse: MessageContent {
    package static let type = MessageType.avvikelse
    package static let facts = TypeFacts(
        rootElement: "Avvikelse", title: LocalText(sv: "Avvikelse i samverkan", en: "Report of failed cooperation"),
        law: "Slussens förslag; lag (2017:612) 4 kap. 4 §", roles: (Set(Roll.allCases), [.avvikelsefunktion])
    ).with {
        $0.reference = .required(Set(MessageType.allCases))
        $0.carriesPatient = false
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
