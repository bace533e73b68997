/// What is known of the case (ärende) a message belongs to, before the message itself.
package struct CaseFacts: Sendable, Equatable {
    /// Earlier messages of the case, in the order they came.
    package var earlier: [EarlierMessage]
    /// Organisations that are parties: senders and receivers so far. Empty for a new case.
    package var parties: Set<String> = []
    /// Whether the case is closed.
    package var isClosed = false
    /// Whether another M01 is open for the same patient on the same ward, in any case.
    package var hasOpenAdmission = false

    /// Makes facts of a case; a new case has no earlier messages.
    package init(earlier: [EarlierMessage] = []) {
        self.earlier = earlier
    }

    /// Organisations known to take part.
    var knownParties: Set<String> { parties.union(earlier.map(\.senderOrganisation)) }

    /// Earlier messages of a type that have not been withdrawn.
    func active(_ type: MessageType) -> [EarlierMessage] { earlier.filter { $0.type == type && !$0.isWithdrawn } }

    /// Kommunkod of the municipality that has placed the patient, by the latest message in force that tells; `nil` after the placement's end.
    var placeringskommun: String? {
        let telling = earlier.last {
            !$0.isWithdrawn && ($0.event.facts.placeringskommun ?? $0.event.facts.placement?.placeringskommun) != nil
        }
        guard let facts = telling?.event.facts, facts.placement?.event != "SLUT" else { return nil }
        return facts.placeringskommun ?? facts.placement?.placeringskommun
    }
}
