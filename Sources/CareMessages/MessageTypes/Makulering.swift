import Documents
import Foundation

/// M22, the sender withdraws or corrects an earlier message (patientdatalagen 2008:355, 3 kap. 14 §). Receivers keep the old one, marked.
package struct Makulering: MessageContent {
    /// What happens to the old message. Raw values are those of the schema.
    package enum Kind: String, CaseIterable, Sendable {
        /// Void.
        case annulled = "MAKULERAD"
        /// Another message takes its place (rule E2204).
        case corrected = "RATTAD"
        /// The call to the SIP (M08) is called off (rule E2205).
        case callWithdrawn = "ATERTAGEN_KALLELSE"
    }

    /// What happens to it.
    package var kind: Kind
    /// Why. Free text: content.
    package var reason: String
    /// Id of the message that takes its place.
    package var successor: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(kind: Kind, reason: String) {
        self.kind = kind
        self.reason = reason
    }

    package static let type = MessageType.makulering
    package static let facts = TypeFacts(
        rootElement: "Makulering", title: LocalText(sv: "Makulering eller rättelse", en: "Annulment or correction"),
        law: "Patientdatalagen (2008:355) 3 kap. 14 §", roles: (Set(Roll.allCases), Set(Roll.allCases))
    ).with {
        $0.reference = .required(Set(MessageType.allCases))
        // As far as that of the message withdrawn.
        $0.duty = .unlisted
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Makuleringstyp", kind)
        fields.text("Orsak", reason)
        fields.text("NyttMeddelandeid", successor)
    }

    package func note(in facts: inout EventFacts) {
        facts.status = kind.rawValue
        facts.successor = successor
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        kind = try fields.code("Makuleringstyp")
        reason = try fields.text("Orsak")
        successor = try fields.optionalToken("NyttMeddelandeid")
    }

    package var freeTexts: [PlacedText] { [PlacedText(text: reason, path: "Orsak")] }
}
