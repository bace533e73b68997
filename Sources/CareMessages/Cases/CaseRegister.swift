/// Every case by its id, as the messages known so far make it. Grows by one message at a time and never forgets; may be rebuilt from any
/// archive of the messages.
package struct CaseRegister: Sendable {
    private var events: [String: [CaseEvent]] = [:]
    private var known: Set<CaseEvent.Identity> = []

    /// An empty register.
    package init() {}

    /// Adds a message; a copy of one already there is left out. Of two contents under one id of one sender both are kept, and the case
    /// counts the same one of them everywhere.
    ///
    /// - Returns: whether it was new.
    @discardableResult
    package mutating func add(_ event: CaseEvent) -> Bool {
        if !known.insert(event.identity).inserted && events[event.caseID]?.contains(event) == true { return false }
        events[event.caseID, default: []].append(event)
        return true
    }

    /// How many cases there are.
    package var count: Int { events.count }
    /// The ids of all cases, in no order.
    package var ids: some Sequence<String> { events.keys }

    /// The case; `nil` when no message of it is known.
    package func `case`(_ id: String) -> Case? { events[id].map { Case(id: id, events: $0) } }

    /// Every case, the one with the latest message first; cases of the same instant by id.
    package func cases() -> [Case] {
        events.map { Case(id: $0.key, events: $0.value) }.sorted { left, right in
            guard let newer = left.span?.upperBound, let older = right.span?.upperBound, newer != older else { return left.id < right.id }
            return newer > older
        }
    }
}
