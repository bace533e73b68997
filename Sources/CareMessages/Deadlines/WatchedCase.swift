import Foundation

/// The events of one case as the deadlines see them: in order, corrections joined to what they correct, withdrawals known. A message without
/// effect in the case is left out. Whatever order the events come in, and however often, the result is the same.
package struct WatchedCase: Sendable {
    let events: [CaseEvent]
    /// Events in force of other cases about the same patient.
    let related: [CaseEvent]
    private let inForce: Set<CaseEvent.Identity>
    /// In the order of first sending.
    private let chains: [EventChain]

    /// The case as its fold judges it.
    ///
    /// - Parameters:
    ///   - state: the case.
    ///   - related: other cases about the same patient that may answer one of this case: the request for a health examination (M14) has a
    ///     case of its own, apart from the placement's.
    package init(_ state: Case, related: [Case] = []) {
        self.init(state.entries.map { ($0.event, $0.standing) }, related: related.flatMap(\.inForce))
    }

    /// The same from events, in any order.
    ///
    /// - Parameters:
    ///   - events: those of the case.
    ///   - related: those in force of other cases about the same patient.
    ///   - standing: what the case says of the message: whether it counts.
    package init(_ events: [CaseEvent], related: [CaseEvent] = [], standing: (CaseEvent) -> CaseEntry.Standing) {
        self.init(events.map { ($0, standing($0)) }, related: related)
    }

    private init(_ entries: [(event: CaseEvent, standing: CaseEntry.Standing)], related: [CaseEvent]) {
        let regular = entries.filter { if case .irregular = $0.standing { false } else { true } }
        let inOrder = Self.inOrder(regular.map(\.event))
        let inForce = Set(regular.filter { $0.standing == .inForce }.map { $0.event.identity })
        events = inOrder
        self.related = Self.inOrder(related)
        self.inForce = inForce
        chains = Self.chains(in: inOrder, inForce)
    }

    private static func inOrder(_ events: [CaseEvent]) -> [CaseEvent] {
        var seen: Set<CaseEvent.Identity> = []
        return events.sorted {
            ($0.sent, $0.messageID, $0.sender.organisationsnummer) < ($1.sent, $1.messageID, $1.sender.organisationsnummer)
        }.filter { seen.insert($0.identity).inserted }
    }

    /// From a message that no longer holds to the one in its place: by `Ersatter`, or by an M22 in force that corrects.
    private static func successors(in events: [CaseEvent], _ inForce: Set<CaseEvent.Identity>) -> [CaseEvent.Identity: CaseEvent.Identity] {
        let byKey = Dictionary(uniqueKeysWithValues: events.map { ($0.identity, $0) })
        var successors: [CaseEvent.Identity: CaseEvent.Identity] = [:]
        for event in events {
            let isCorrection = event.type == .makulering
            if isCorrection, !inForce.contains(event.identity) { continue }
            let organisation = event.sender.organisationsnummer
            let pair = isCorrection ? (event.refersTo, event.facts.successor) : (event.replaces, event.messageID)
            guard let old = pair.0.flatMap({ byKey[CaseEvent.Identity(organisationsnummer: organisation, messageID: $0)] }),
                let new = pair.1.flatMap({ byKey[CaseEvent.Identity(organisationsnummer: organisation, messageID: $0)] })
            else { continue }
            if old.type == new.type, old.identity != new.identity, !inForce.contains(old.identity) {
                successors[old.identity] = new.identity
            }
        }
        return successors
    }

    private static func chains(in events: [CaseEvent], _ inForce: Set<CaseEvent.Identity>) -> [EventChain] {
        let successors = successors(in: events, inForce)
        let replaced = Dictionary(grouping: successors.keys) { successors[$0] }
        let chains = events.filter { successors[$0.identity] == nil }.map { head in
            let keys = replacedKeys(by: head.identity, replaced)
            return EventChain(
                members: keys.count == 1 ? [head] : events.filter { keys.contains($0.identity) }, head: head,
                isWithdrawn: !inForce.contains(head.identity))
        }
        return chains.sorted { ($0.first.sent, $0.first.messageID) < ($1.first.sent, $1.first.messageID) }
    }

    /// The message itself and all it replaces, step by step.
    private static func replacedKeys(by key: CaseEvent.Identity, _ replaced: [CaseEvent.Identity?: [CaseEvent.Identity]]) -> Set<
        CaseEvent.Identity
    > {
        var keys: Set<CaseEvent.Identity> = [key]
        var frontier = [key]
        while let next = frontier.popLast() { frontier += (replaced[next] ?? []).filter { keys.insert($0).inserted } }
        return keys
    }

    /// Every message of the types that nothing replaces, with what it replaces; withdrawn ones too. In the order of first sending.
    func chains(_ types: Set<MessageType>) -> [EventChain] { chains.filter { types.contains($0.head.type) } }

    /// Those of ``chains(_:)`` that have not been withdrawn.
    func active(_ types: Set<MessageType>) -> [EventChain] { chains(types).filter { !$0.isWithdrawn } }

    /// The first message of the types that refers to the chain and holds.
    func answer(_ types: Set<MessageType>, to chain: EventChain) -> CaseEvent? {
        active(types).first { answer in answer.members.contains(where: chain.isMeant) }?.first
    }

    /// Whether a message of the case counts.
    func isInForce(_ event: CaseEvent) -> Bool { inForce.contains(event.identity) }

    /// The message that withdrew the chain; `nil` when the chain holds. Without a message that says so, from when it was sent.
    func withdrawal(of chain: EventChain) -> Deadline.Stop? {
        guard chain.isWithdrawn else { return nil }
        let message = events.first {
            [.atertagandeUtskrivningsklar, .makulering].contains($0.type) && isInForce($0) && chain.isMeant(by: $0)
                && $0.sender.organisationsnummer == chain.head.sender.organisationsnummer
        }
        return Deadline.Stop(messageID: message?.messageID, at: message?.sent ?? chain.head.sent)
    }
}
