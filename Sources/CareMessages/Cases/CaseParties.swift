/// Who takes part in a case: whoever sent or received one of its messages, and whom an M24 added or removed.
package struct CaseParties: Sendable, Equatable {
    /// Units that take part, in the order they joined.
    package private(set) var units: [CaseEvent.Unit] = []
    /// Units that were removed by an M24, in that order.
    package private(set) var removed: [CaseEvent.Unit] = []

    init(_ entries: [CaseEntry]) {
        for entry in entries where entry.isInForce || entry.isWithdrawn {
            // Who only reports or acknowledges does not join by that.
            if entry.event.type != .avvikelse { for unit in [entry.event.sender] + entry.event.receivers { add(unit) } }
            if entry.isInForce { for change in entry.event.facts.partyChanges ?? [] { apply(change) } }
        }
    }

    /// organisationsnummer of those who take part.
    package var organisations: Set<String> { Set(units.map(\.organisationsnummer)) }

    private mutating func add(_ unit: CaseEvent.Unit) {
        if !units.contains(unit) && !removed.contains(unit) { units.append(unit) }
    }

    private mutating func apply(_ change: EventFacts.PartyChange) {
        if change.change == AndradPart.Kind.remove.rawValue {
            units.removeAll { $0 == change.unit }
            if !removed.contains(change.unit) { removed.append(change.unit) }
        } else {
            removed.removeAll { $0 == change.unit }
            add(change.unit)
        }
    }
}
