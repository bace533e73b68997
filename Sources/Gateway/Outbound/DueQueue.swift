import Spooling

/// Messages by the instant they are due, then by age: a binary heap, so that a hundred thousand waiting messages cost little.
///
/// The same message may stand in it more than once; whoever takes one out decides whether the entry still holds.
struct DueQueue: Sendable {
    /// A message and when it is due.
    struct Entry: Sendable, Equatable {
        let at: ContinuousClock.Instant
        let id: MessageID

        fileprivate func precedes(_ other: Entry) -> Bool { at == other.at ? id < other.id : at < other.at }
    }

    private var heap: [Entry] = []

    /// The entry due first.
    var first: Entry? { heap.first }

    mutating func insert(_ id: MessageID, at time: ContinuousClock.Instant) {
        heap.append(Entry(at: time, id: id))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].precedes(heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() -> Entry? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
            guard let least = children.min(by: { heap[$0].precedes(heap[$1]) }), heap[least].precedes(heap[parent]) else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
