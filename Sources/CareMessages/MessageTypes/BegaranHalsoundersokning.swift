import Documents
import Foundation

/// M14, request for a health examination (Lag (2017:209) 1 §).
package struct BegaranHalsoundersokning: MessageContent {
    package static let type = MessageType.begaranHalsoundersokning
    package static let facts = TypeFacts(
        rootElement: "BegaranHalsoundersokning",
        title: LocalText(sv: "Begäran om hälsoundersökning", en: "Request for a health examination"),
        law: "Lag (2017:209) 1 §", roles: ([.socialtjanst, .socialnamnd], Roll.regionalOpenCare.union([.tandvard]))
    ).with {
        $0.reference = .optional([.placeringsmeddelande])
        $0.opensCase = true
        $0.answers = [.beskedHalsoundersokning, .utlatandeHalsoundersokning]
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
