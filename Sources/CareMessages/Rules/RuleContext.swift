import Foundation

/// What the rules may know beyond the message. Everything but the clock may be unknown; then the rules that need it are silent.
package struct RuleContext: Sendable {
    /// The clock.
    package var now: Date
    /// When the message arrived, or was submitted; `nil` when it was neither (W01).
    package var receivedAt: Date?
    /// Organisation to roles that are known receivers; `nil` when there is no register to ask (E03).
    package var knownReceivers: [String: Set<Roll>]?
    /// HSA-ids and functional addresses that are known to be protected mailboxes; `nil` trusts the message's own statement (E09).
    package var protectedMailboxes: Set<String>?
    /// Organisationsnummer the signing certificate was issued to; empty when it names none. `nil` when unsigned (E01).
    package var signerOrganisation: String?
    /// SHA-256 in hex of this message's bytes (E02); `MessageCheck` sets it.
    package var digest: String?
    /// SHA-256 in hex of the message seen earlier with the same id (E02).
    package var earlierDigest: String?
    /// What the case already holds; `nil` leaves E06–E08 and their like unchecked.
    package var caseFacts: CaseFacts?
    /// Fills in what is remembered of earlier messages once this message has been read: `caseFacts` and `earlierDigest`.
    package var remembering: (@Sendable (CareMessage) -> MessageMemory)?
    /// What the placement register holds of the patient without this message (M20); `nil` when there is no register to ask.
    package var placements: [PlacementInterval]?
    /// Organisationsnummer of those that are known to have opened the message's case, for who knows no more of it; `caseFacts` goes before
    /// (W13).
    package var caseOpeners: Set<String> = []
    /// Whether the agreement allows placement messages; no statute demands them (E2003).
    package var allowsPlacementMessages = true
    /// Given and family names of the case's patient, for the types that must not name them (W2302, W2501); `nil` when not known. Patient data.
    package var patientNames: Set<String>?
    /// The files that came along with the message; `nil` when it is looked at without them (E14).
    package var attachedFiles: [AttachedFile]?

    /// A context in which only the clock is known.
    package init(now: Date) {
        self.now = now
    }

    /// When what the message says was first told: a correction is no later than what it corrects. `nil` when that is not known, and then
    /// nobody can call it late.
    func firstTold(_ message: CareMessage) -> Date? {
        guard let caseFacts else { return message.envelope.replaces == nil ? message.envelope.sent : nil }
        return caseFacts.firstTold(CaseEvent(message.envelope, type: message.type))
    }
}

/// What is remembered of messages before this one.
package struct MessageMemory: Sendable {
    /// What the case holds; `nil` leaves the rules about the case unasked.
    package var caseFacts: CaseFacts?
    /// SHA-256 in hex of the message seen earlier with the same id; `nil` when the id is new.
    package var earlierDigest: String?
    /// What the register of placements holds for the patient; `nil` when it was not asked.
    package var placements: [PlacementInterval]?
    /// Who is known to have opened the case, where `caseFacts` is not told.
    package var caseOpeners: Set<String> = []
    /// Organisation to roles that are known receivers of the message's type; `nil` when there is no register to ask.
    package var knownReceivers: [String: Set<Roll>]?
    /// Given and family names of the case's patient; `nil` when they were not looked for or are not known. Patient data: for the rules only,
    /// never kept.
    package var patientNames: Set<String>?

    /// Makes a memory.
    package init(caseFacts: CaseFacts?, earlierDigest: String?) {
        self.caseFacts = caseFacts
        self.earlierDigest = earlierDigest
    }
}
