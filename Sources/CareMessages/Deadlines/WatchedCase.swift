import Foundation

/// The events of one case as the deadlines see them: in order, corrections joined to what they correct, withdrawals known. Whatever order the
/// events come in, and however often, the result is the same.
package struct WatchedCase: Sendable {
    let events: [CaseEvent]
    /// Events of other cases about the same patient.
    let related: [CaseEvent]
    private let withdrawn: Set<String>
    /// In the order of first sending.
    private let chains: [EventChain]

    /// - Parameters:
    ///   - events: those of the case, in any order.
    ///   - related: those of other cases about the same patient that may answer one of this case: the request for a health examination (M14)
    ///     has a case of its own, apart from the placement's.
    ///   - isWithdrawn: whether the case's state says that the message was withdrawn (M06, M22). What it says of a replaced message does not
    ///     matter while the message that replaces it holds.
    package init(_ events: [CaseEvent], related: [CaseEvent] = [], isWithdrawn: (CaseEvent) -> Bool) {
        let inOrder = Self.inOrder(events)
        self.events = inOrder
        self.related = Self.inOrder(related)
        withdrawn = Set((inOrder + related).filter(isWithdrawn).map(\.messageID))
        chains = Self.chains(in: inOrder, withdrawn)
    }

    private static func inOrder(_ events: [CaseEvent]) -> [CaseEvent] {
        var seen: Set<String> = []
        return events.sorted { ($0.sent, $0.messageID) < ($1.sent, $1.messageID) }.filter { seen.insert($0.messageID).inserted }
    }

    /// From a replaced message to the one that holds in its place: by `Ersatter`, or by an M22 that corrects.
    private static func successors(in events: [CaseEvent], _ withdrawn: Set<String>) -> [String: String] {
        let byID = Dictionary(uniqueKeysWithValues: events.map { ($0.messageID, $0) })
        var successors: [String: String] = [:]
        for event in events where !withdrawn.contains(event.messageID) {
            let pair = event.type == .makulering ? (event.refersTo, event.facts.successor) : (event.replaces, event.messageID)
            guard let old = pair.0.flatMap({ byID[$0] }), let new = pair.1.flatMap({ byID[$0] }) else { continue }
            let isReplaced = old.type == new.type && old.messageID != new.messageID && !withdrawn.contains(new.messageID)
            if isReplaced { successors[old.messageID] = new.messageID }
        }
        return successors
    }

    private static func chains(in events: [CaseEvent], _ withdrawn: Set<String>) -> [EventChain] {
        let successors = successors(in: events, withdrawn)
        let replaced = Dictionary(grouping: successors.keys) { successors[$0] ?? "" }
        let chains = events.filter { successors[$0.messageID] == nil }.map { head in
            let ids = idsReplaced(by: head.messageID, replaced)
            return EventChain(
                members: ids.count == 1 ? [head] : events.filter { ids.contains($0.messageID) }, head: head,
                isWithdrawn: withdrawn.contains(head.messageID))
        }
        return chains.sorted { ($0.first.sent, $0.first.messageID) < ($1.first.sent, $1.first.messageID) }
    }

    /// The message itself and all it replaces, step by step.
    private static func idsReplaced(by id: String, _ replaced: [String: [String]]) -> Set<String> {
        var ids: Set<String> = [id]
        var frontier = [id]
        while let next = frontier.popLast() { frontier += (replaced[next] ?? []).filter { ids.insert($0).inserted } }
        return ids
    }

    /// Every message of the types that nothing replaces, with what it replaces; withdrawn ones too. In the order of first sending.
    func chains(_ types: Set<MessageType>) -> [EventChain] { chains.filter { types.contains($0.head.type) } }

    /// Those of ``chains(_:)`` that have not been withdrawn.
    func active(_ types: Set<MessageType>) -> [EventChain] { chains(types).filter { !$0.isWithdrawn } }

    /// The first message of the types that refers to the chain and holds.
    func answer(_ types: Set<MessageType>, to chain: EventChain) -> CaseEvent? {
        active(types).first { answer in answer.members.contains(where: chain.isMeant) }?.first
    }

    /// Whether an event of another case was withdrawn.
    func isWithdrawn(_ event: CaseEvent) -> Bool { withdrawn.contains(event.messageID) }

    /// The message that withdrew the chain; `nil` when the chain holds. Without a message that says so, from when it was sent.
    func withdrawal(of chain: EventChain) -> Deadline.Stop? {
        guard chain.isWithdrawn else { return nil }
        let message = events.first {
            [.atertagandeUtskrivningsklar, .makulering].contains($0.type) && !isWithdrawn($0) && chain.isMeant(by: $0)
        }
        return Deadline.Stop(messageID: message?.messageID, at: message?.sent ?? chain.head.sent)
    }
}
