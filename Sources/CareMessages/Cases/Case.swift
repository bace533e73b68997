import Foundation

/// A case (ärende) as its messages make it. A value computed from the set of messages alone: who has the same messages has the same case,
/// whatever order they arrived in.
///
/// Nothing is refused here: a message that may not stand where it stands is kept, marked and without effect, and one that came too early
/// takes its place when what it builds on arrives.
package struct Case: Sendable, Equatable {
    /// UUID in lower case.
    package let id: String
    /// What kind of case it is.
    package let kind: CaseKind
    /// Every message, in the order it counts.
    package let entries: [CaseEntry]
    /// Where the case stands.
    package let phase: CasePhase
    /// Who takes part.
    package let parties: CaseParties
    /// organisationsnummer of those that claim to have opened the case. The time of sending is each sender's own word, so of several nobody can
    /// tell who came first: then each speaks for its own stay, and none may change who takes part.
    package let openers: Set<String>

    /// The case of these messages. Messages of other cases are left out; several copies of one message count once. Two
    /// organisations' messages with the same id are two messages.
    package init(id: String, events: [CaseEvent]) {
        self.id = id
        let order = CaseOrder.sorted(events.filter { $0.caseID == id })
        let fold = CaseFold.fold(order)
        entries = fold.entries
        kind = CaseKind(fold.entries)
        phase = CasePhase(of: fold.entries, kind: kind, owners: fold.owners)
        parties = CaseParties(fold.entries, owners: fold.owners)
        openers = fold.owners.organisations
    }

    /// The messages that count, in order.
    package var inForce: [CaseEvent] { entries.lazy.filter(\.isInForce).map(\.event) }

    /// The last message of a type that counts.
    package func latest(_ type: MessageType) -> CaseEvent? { entries.last { $0.isInForce && $0.event.type == type }?.event }

    /// Ids that messages build on and that have not come, in the order they are wanted.
    package var missingLinks: [String] {
        let known = Set(entries.map(\.event.messageID))
        var seen: Set<String> = []
        return entries.flatMap { [$0.event.refersTo, $0.event.replaces].compactMap { $0 } }.filter {
            !known.contains($0) && seen.insert($0).inserted
        }
    }

    /// When the first message was sent and when the last.
    package var span: ClosedRange<Date>? {
        guard let first = entries.map(\.event.sent).min(), let last = entries.map(\.event.sent).max() else { return nil }
        return first...last
    }

    /// What the rules compare a new message with. `isSamePatient` tells of a message's id whether it is about the same patient.
    package func facts(isSamePatient: (String) -> Bool) -> CaseFacts {
        var facts = CaseFacts(
            earlier: entries.map { entry in
                var earlier = EarlierMessage(entry.event)
                earlier.isWithdrawn = entry.isWithdrawn
                earlier.isIrregular = entry.isIrregular
                earlier.isSamePatient = isSamePatient(entry.event.messageID)
                return earlier
            })
        facts.parties = parties.organisations
        facts.isClosed = phase.isClosed
        return facts
    }
}
