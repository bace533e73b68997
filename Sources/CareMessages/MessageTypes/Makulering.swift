import Documents
import Foundation

/// M22, annulment or correction (Patientdatalagen (2008:355) 3 kap. 14 §).
package struct Makulering: MessageContent {
    package static let type = MessageType.makulering
    package static let facts = TypeFacts(
        rootElement: "Makulering", title: LocalText(sv: "Makulering eller rättelse", en: "Annulment or correction"),
        law: "Patientdatalagen (2008:355) 3 kap. 14 §", roles: (Set(Roll.allCases), Set(Roll.allCases))
    ).with {
        $0.reference = .required(Set(MessageType.allCases))
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
