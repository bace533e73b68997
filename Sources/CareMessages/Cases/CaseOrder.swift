/// The order in which the messages of a case count: by the time of sending, and never before a message they build on.
///
/// It depends on nothing but the messages themselves, so sender and receivers agree on it, whatever order the messages arrived in and
/// whichever clock was wrong.
struct CaseOrder {
    private let known: [String: CaseEvent]
    private var waiting: [String: [CaseEvent]] = [:]
    private var placed: Set<String> = []
    private var order: [CaseEvent] = []

    static func sorted(_ events: [CaseEvent]) -> [CaseEvent] {
        var byID: [String: CaseEvent] = [:]
        // One id has one content (rule E02); of two that differ, the same one is kept everywhere.
        for event in events { byID[event.messageID] = byID[event.messageID].map { precedes($0, event) ? $0 : event } ?? event }
        let plain = byID.values.sorted(by: precedes)
        var order = CaseOrder(known: byID)
        for event in plain { order.place(event) }
        // What still waits refers in a circle: only forged or broken messages do. It comes last, by time.
        return order.order + plain.filter { !order.placed.contains($0.messageID) }
    }

    private init(known: [String: CaseEvent]) { self.known = known }

    private mutating func place(_ event: CaseEvent) {
        var ready = [event]
        while let next = ready.popLast() {
            let missing = [next.refersTo, next.replaces].compactMap { $0 }.first {
                $0 != next.messageID && known[$0] != nil && !placed.contains($0)
            }
            if let missing {
                waiting[missing, default: []].append(next)
                continue
            }
            order.append(next)
            placed.insert(next.messageID)
            ready += (waiting.removeValue(forKey: next.messageID) ?? []).reversed()
        }
    }

    private static func precedes(_ left: CaseEvent, _ right: CaseEvent) -> Bool {
        if left.sent != right.sent { return left.sent < right.sent }
        return left.messageID == right.messageID ? CaseEventLine.text(left) < CaseEventLine.text(right) : left.messageID < right.messageID
    }
}
