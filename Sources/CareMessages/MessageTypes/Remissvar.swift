import Documents
import Foundation

/// M19, answer to the referral (Slussens förslag).
package struct Remissvar: MessageContent {
    package static let type = MessageType.remissvar
    package static let facts = TypeFacts(
        rootElement: "Remissvar", title: LocalText(sv: "Remissvar", en: "Answer to the referral"),
        law: "Slussens förslag",
        roles: (
            Roll.regionalOpenCare.union([.slutenVard, .tandvard]),
            Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard, .tandvard, .elevhalsa])
        )
    ).with {
        $0.reference = .required([.remiss])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
