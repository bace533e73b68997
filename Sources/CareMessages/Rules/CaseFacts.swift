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

    /// Organisations that take part: those given and those of earlier messages, but for those of which M24 left no unit.
    var knownParties: Set<String> {
        let present = Set(units.map(\.organisationsnummer))
        let removed = partyChanges.filter { $0.change == AndradPart.Kind.remove.rawValue }.map(\.unit.organisationsnummer)
        return parties.subtracting(Set(removed).subtracting(present)).union(present)
    }

    /// Units that sent or received so far, without those that M24 removed.
    var units: [CaseEvent.Unit] {
        var units: [CaseEvent.Unit] = []
        for message in earlier {
            let event = message.event
            for unit in [event.sender] + event.receivers where !units.contains(where: unit.isSameUnit) { units.append(unit) }
            for change in message.isWithdrawn ? [] : event.facts.partyChanges ?? [] {
                units.removeAll(where: change.unit.isSameUnit)
                if change.change != AndradPart.Kind.remove.rawValue { units.append(change.unit) }
            }
        }
        return units
    }

    /// Whether the last word of M24 on a unit is that it may only read.
    func isReadOnly(_ unit: CaseEvent.Unit) -> Bool {
        partyChanges.last { unit.isSameUnit($0.unit) }?.change == AndradPart.Kind.readOnly.rawValue
    }

    /// Whether a receipt in force says that a message was passed on to this organisation. It may acknowledge it, but is no party until M24.
    func wasPassedOn(_ messageID: String?, to organisation: String) -> Bool {
        active(.kvittens).contains { $0.event.refersTo == messageID && $0.event.facts.successor == organisation }
    }

    /// The organisation whose message opened the case.
    var owner: String? { earlier.filter(\.type.facts.opensCase).min { $0.sent < $1.sent }?.senderOrganisation }

    /// Organisations that answer for an insats which goes on, by the latest plan of each kind in force.
    var organisationsWithOpenInsatser: Set<String> {
        let plans = [MessageType.samordnadPlan, .underrattelseOppenTvangsvard].compactMap { active($0).last?.event.facts.insatser }
        return Set(plans.joined().filter(\.isOpen).map(\.organisationsnummer))
    }

    private var partyChanges: [EventFacts.PartyChange] { active(.andradPart).flatMap { $0.event.facts.partyChanges ?? [] } }

    /// The earlier message with this id.
    func message(_ id: String?) -> EarlierMessage? { earlier.first { $0.messageID == id } }

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
