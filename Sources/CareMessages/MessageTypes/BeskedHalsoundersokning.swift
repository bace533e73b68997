import Documents
import Foundation

/// M15, word on the health examination (Slussens förslag; lag (2017:209) 1 §).
package struct BeskedHalsoundersokning: MessageContent {
    package static let type = MessageType.beskedHalsoundersokning
    package static let facts = TypeFacts(
        rootElement: "BeskedHalsoundersokning", title: LocalText(sv: "Besked om hälsoundersökning", en: "Word on the health examination"),
        law: "Slussens förslag; lag (2017:209) 1 §", roles: (Roll.regionalOpenCare.union([.tandvard]), [.socialtjanst, .socialnamnd])
    ).with {
        $0.reference = .required([.begaranHalsoundersokning])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
