import Documents
import Foundation

/// M23, receipt by a system or a role, also for what came to the wrong receiver (Slussens förslag; regionala rutiner).
///
/// No patient data: the id of the message acknowledged is enough.
package struct Kvittens: MessageContent {
    /// How far the message has come. Raw values are those of the schema.
    package enum Level: String, CaseIterable, Sendable {
        /// Judged by a system.
        case technical = "TEKNISK"
        /// In the receiver's own system.
        case delivered = "LEVERERAD"
        /// Read by a role.
        case business = "VERKSAMHET"
    }

    /// What became of it. Raw values are those of the schema.
    package enum Outcome: String, CaseIterable, Sendable {
        /// Accepted.
        case accepted = "OK"
        /// Refused, by the rules named.
        case refused = "AVVISAD"
        /// The receiver has nothing to do with the matter.
        case misdirected = "FELSAND"
        /// Passed on to another unit (rule E2302).
        case forwarded = "VIDARESAND"
    }

    /// How far the message has come.
    package var level: Level
    /// What became of it.
    package var outcome: Outcome
    /// The role that acknowledges; never a person.
    package var role: Roll
    /// When it was judged, delivered or read.
    package var acknowledged: Date
    /// Ids of the rules that it broke.
    package var rules: [String] = []
    /// The unit it was passed on to.
    package var forwardedTo: Party?
    /// A short explanation. Free text: content, though it must not be about the patient (rules E2301, W2302).
    package var comment: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(level: Level, outcome: Outcome, role: Roll, acknowledged: Date) {
        self.level = level
        self.outcome = outcome
        self.role = role
        self.acknowledged = acknowledged
    }

    package static let type = MessageType.kvittens
    package static let facts = TypeFacts(
        rootElement: "Kvittens", title: LocalText(sv: "Kvittens", en: "Receipt"),
        law: "Slussens förslag; regionala rutiner", roles: (Set(Roll.allCases), Set(Roll.allCases))
    ).with {
        // Not a receipt for a receipt: two gateways would never stop.
        $0.reference = .required(Set(MessageType.allCases).subtracting([.kvittens]))
        $0.carriesPatient = false
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Kvittensniva", level)
        fields.code("Resultat", outcome)
        for rule in rules { fields.text("Regel", rule) }
        fields.code("KvitterandeRoll", role)
        fields.instant("Kvitterad", acknowledged)
        if let forwardedTo { fields.child("VidaresandTill", forwardedTo.writeReceiver) }
        fields.text("Kommentar", comment)
    }

    package func note(in facts: inout EventFacts) {
        facts.level = level.rawValue
        facts.status = outcome.rawValue
        facts.successor = forwardedTo?.organisationsnummer
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        level = try fields.code("Kvittensniva")
        outcome = try fields.code("Resultat")
        rules = try fields.all("Regel") { (item) throws(Refusal) in try item.token() }
        role = try fields.code("KvitterandeRoll")
        acknowledged = try fields.instant("Kvitterad")
        forwardedTo = try fields.optional("VidaresandTill") { (item) throws(Refusal) in try Party(item) }
        comment = try fields.optionalText("Kommentar")
    }

    package var freeTexts: [PlacedText] { comment.map { [PlacedText(text: $0, path: "Kommentar")] } ?? [] }

    package var identifiers: [PlacedIdentifier] { forwardedTo?.identifiers(in: "VidaresandTill") ?? [] }
}
