import Documents
import Foundation

/// M03, fast vårdkontakt appointed (Lag (2017:612) 2 kap. 5 §).
package struct FastVardkontaktUtsedd: MessageContent {
    package static let type = MessageType.fastVardkontaktUtsedd
    package static let facts = TypeFacts(
        rootElement: "FastVardkontaktUtsedd", title: LocalText(sv: "Fast vårdkontakt utsedd", en: "Fast vårdkontakt appointed"),
        law: "Lag (2017:612) 2 kap. 5 §", roles: (Roll.regionalOpenCare, Roll.municipal.union([.slutenVard]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
