import Documents
import Foundation

/// M16, statement after the health examination (HSLF-FS 2019:19).
package struct UtlatandeHalsoundersokning: MessageContent {
    package static let type = MessageType.utlatandeHalsoundersokning
    package static let facts = TypeFacts(
        rootElement: "UtlatandeHalsoundersokning",
        title: LocalText(sv: "Utlåtande efter hälsoundersökning", en: "Statement after the health examination"),
        law: "HSLF-FS 2019:19", roles: (Roll.regionalOpenCare.union([.tandvard]), [.socialtjanst, .socialnamnd])
    ).with {
        $0.reference = .required([.begaranHalsoundersokning])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
