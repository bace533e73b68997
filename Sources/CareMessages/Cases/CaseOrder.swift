/// The order in which the messages of a case count: by the time of sending, and never before a message they build on.
///
/// It depends on nothing but the messages themselves, so sender and receivers agree on it, whatever order the messages arrived in and
/// whichever clock was wrong.
struct CaseOrder {
    private let known: [String: Set<String>]
    private var waiting: [CaseEvent.Identity: [CaseEvent]] = [:]
    private var placed: Set<CaseEvent.Identity> = []
    private var order: [CaseEvent] = []

    static func sorted(_ events: [CaseEvent]) -> [CaseEvent] {
        var byID: [CaseEvent.Identity: CaseEvent] = [:]
        // An organisation's id has one content (rule E02); of two that differ, the same one is kept everywhere.
        for event in events { byID[event.identity] = byID[event.identity].map { precedes($0, event) ? $0 : event } ?? event }
        let plain = byID.values.sorted(by: precedes)
        var order = CaseOrder(known: plain.reduce(into: [:]) { $0[$1.messageID, default: []].insert($1.sender.organisationsnummer) })
        for event in plain { order.place(event) }
        // What still waits refers in a circle: only forged or broken messages do. It comes last, by time.
        return order.order + plain.filter { !order.placed.contains($0.identity) }
    }

    private init(known: [String: Set<String>]) { self.known = known }

    private mutating func place(_ event: CaseEvent) {
        var ready = [event]
        while let next = ready.popLast() {
            if let missing = next.refersTo.flatMap({ wanted($0, next) }) ?? next.replaces.flatMap({ wanted($0, next) }) {
                waiting[missing, default: []].append(next)
                continue
            }
            order.append(next)
            placed.insert(next.identity)
            ready += (waiting.removeValue(forKey: next.identity) ?? []).reversed()
        }
    }

    /// The message meant by an id, when it is known and not yet placed: the sender's own, or else the only one. Of several nobody can tell
    /// which is meant, so none is waited for.
    private func wanted(_ id: String, _ event: CaseEvent) -> CaseEvent.Identity? {
        guard let senders = known[id] else { return nil }
        let own = event.sender.organisationsnummer
        guard let sender = senders.contains(own) ? own : senders.count == 1 ? senders.first : nil else { return nil }
        let identity = CaseEvent.Identity(organisationsnummer: sender, messageID: id)
        return identity == event.identity || placed.contains(identity) ? nil : identity
    }

    private static func precedes(_ left: CaseEvent, _ right: CaseEvent) -> Bool {
        if left.sent != right.sent { return left.sent < right.sent }
        return left.messageID == right.messageID ? CaseEventLine.text(left) < CaseEventLine.text(right) : left.messageID < right.messageID
    }
}
