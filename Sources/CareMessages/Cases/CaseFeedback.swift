/// What a receiver has said of a message that came to the wrong place (M23 FELSAND or VIDARESAND). Without it a message looks delivered though
/// nobody who should read it has it.
package struct CaseFeedback: Sendable, Equatable {
    /// Id of the M23.
    package let messageID: String
    /// organisationsnummer of the receiver that says so.
    package let organisation: String
    /// Misdirected or forwarded.
    package let outcome: Kvittens.Outcome
    /// organisationsnummer it was passed on to; `nil` for a misdirected one, and for a protected patient.
    package let forwardedTo: String?

    /// The feedback of an M23 to a message; `nil` for other receipts, and for those of organisations that never had the message.
    init?(_ event: CaseEvent, to message: CaseEvent) {
        guard event.type == .kvittens, event.refersTo == message.messageID,
            let outcome = event.status(Kvittens.Outcome.self), outcome == .misdirected || outcome == .forwarded,
            message.receivers.contains(where: { $0.organisationsnummer == event.sender.organisationsnummer })
        else { return nil }
        messageID = event.messageID
        organisation = event.sender.organisationsnummer
        self.outcome = outcome
        forwardedTo = event.facts.successor
    }

    /// The entries, each with what its receivers said, in the order it counts.
    static func marked(_ entries: [CaseEntry]) -> [CaseEntry] {
        let answers = entries.filter { $0.isInForce && $0.event.type == .kvittens }.map(\.event)
        guard !answers.isEmpty else { return entries }
        return entries.map { entry in
            var entry = entry
            entry.feedback = answers.compactMap { CaseFeedback($0, to: entry.event) }
            return entry
        }
    }
}
