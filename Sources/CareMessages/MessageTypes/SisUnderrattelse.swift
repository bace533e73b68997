import Documents
import Foundation

/// M21, notice to SiS (LVU (1990:52) 12 a §).
package struct SisUnderrattelse: MessageContent {
    package static let type = MessageType.sisUnderrattelse
    package static let facts = TypeFacts(
        rootElement: "SisUnderrattelse", title: LocalText(sv: "Underrättelse till SiS", en: "Notice to SiS"),
        law: "LVU (1990:52) 12 a §", roles: (Roll.regionalOpenCare.union([.slutenVard]), [.sis, .socialtjanst, .socialnamnd])
    ).with {
        $0.reference = .optional([.inskrivningsmeddelande, .placeringsmeddelande])
        $0.opensCase = true
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
