import Documents
import Foundation

/// M09, answer to the call (Slussens förslag; lag (2017:612) 4 kap. 3 §).
package struct SvarPaKallelse: MessageContent {
    package static let type = MessageType.svarPaKallelse
    package static let facts = TypeFacts(
        rootElement: "SvarPaKallelse", title: LocalText(sv: "Svar på kallelse", en: "Answer to the call"),
        law: "Slussens förslag; lag (2017:612) 4 kap. 3 §",
        roles: (
            Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard, .tandvard, .elevhalsa, .sis]),
            Roll.municipal.union(Roll.regionalOpenCare)
        )
    ).with {
        $0.reference = .required([.kallelseTillSip])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
