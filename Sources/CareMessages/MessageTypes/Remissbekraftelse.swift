import Documents
import Foundation

/// M18, word on the referral (Slussens förslag).
package struct Remissbekraftelse: MessageContent {
    package static let type = MessageType.remissbekraftelse
    package static let facts = TypeFacts(
        rootElement: "Remissbekraftelse", title: LocalText(sv: "Remissbekräftelse", en: "Word on the referral"),
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
