import Documents
import Foundation

/// M18, word on what became of a referral (Slussens förslag).
package struct Remissbekraftelse: MessageContent {
    /// What became of it. Raw values are those of the schema.
    package enum Status: String, CaseIterable, Sendable {
        /// Has come, not yet judged.
        case received = "MOTTAGEN"
        /// The patient will be seen.
        case accepted = "ACCEPTERAD"
        /// Turned down, with the reason (rule E1801).
        case refused = "AVVISAD"
        /// Passed on to another unit (rule E1802).
        case forwarded = "VIDARESAND"
        /// Waits for more facts or in a queue.
        case waiting = "VANTAR"
    }

    /// What became of the referral.
    package var status: Status
    /// When the patient is expected to be seen, or the referral to be judged (rule E1803).
    package var expected: PlannedTime?
    /// Why it was refused. Free text: content.
    package var refusalReason: String?
    /// The unit that took it over.
    package var forwardedTo: Party?

    /// Takes what every one has; the rest is set afterwards.
    package init(status: Status) {
        self.status = status
    }

    package static let type = MessageType.remissbekraftelse
    package static let facts = TypeFacts(
        rootElement: "Remissbekraftelse", title: LocalText(sv: "Remissbekräftelse", en: "Word on the referral"),
        law: "Slussens förslag",
        roles: (
            Roll.regionalOpenCare.union([.slutenVard, .tandvard]),
            Roll.concerned.union([.slutenVard, .tandvard, .elevhalsa])
        )
    ).with {
        $0.reference = .required([.remiss])
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Remisstatus", status)
        fields.plannedTime("ForvantadTid", expected)
        fields.text("Avvisningsorsak", refusalReason)
        if let forwardedTo { fields.child("VidaresandTill", forwardedTo.writeReceiver) }
    }

    package func note(in facts: inout EventFacts) {
        facts.status = status.rawValue
        facts.successor = forwardedTo?.organisationsnummer
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        status = try fields.code("Remisstatus")
        expected = try fields.optionalPlannedTime("ForvantadTid")
        refusalReason = try fields.optionalText("Avvisningsorsak")
        forwardedTo = try fields.optional("VidaresandTill") { (item) throws(Refusal) in try Party(item) }
    }

    package var freeTexts: [PlacedText] { refusalReason.map { [PlacedText(text: $0, path: "Avvisningsorsak")] } ?? [] }

    package var identifiers: [PlacedIdentifier] { forwardedTo?.identifiers(in: "VidaresandTill") ?? [] }
}
