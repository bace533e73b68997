import Documents
import Foundation

/// M08, call to SIP (Lag (2017:612) 4 kap. 1 och 3 §§).
package struct KallelseTillSip: MessageContent {
    package static let type = MessageType.kallelseTillSip
    package static let facts = TypeFacts(
        rootElement: "KallelseTillSip", title: LocalText(sv: "Kallelse till SIP", en: "Call to SIP"),
        law: "Lag (2017:612) 4 kap. 1 och 3 §§",
        roles: (
            Roll.municipal.union(Roll.regionalOpenCare),
            Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard, .tandvard, .elevhalsa, .sis])
        )
    ).with {
        $0.reference = .optional([.utskrivningsklar, .kallelseTillSip])
        $0.opensCase = true
        $0.answers = [.svarPaKallelse]
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
