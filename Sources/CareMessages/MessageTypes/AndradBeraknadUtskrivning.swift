import Documents
import Foundation

/// M02, changed expected discharge (Lag (2017:612) 2 kap. 4 §).
package struct AndradBeraknadUtskrivning: MessageContent {
    package static let type = MessageType.andradBeraknadUtskrivning
    package static let facts = TypeFacts(
        rootElement: "AndradBeraknadUtskrivning", title: LocalText(sv: "Ändrad beräknad utskrivning", en: "Changed expected discharge"),
        law: "Lag (2017:612) 2 kap. 4 §", roles: ([.slutenVard], Roll.municipal.union(Roll.regionalOpenCare))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
