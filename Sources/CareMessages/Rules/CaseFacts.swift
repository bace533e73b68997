import Foundation

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

    /// Organisations that may write in the case: those given and those of earlier messages, but for those of which no unit is left. Who
    /// claims to have opened it may go on even where another claims so too.
    var knownParties: Set<String> {
        let present = caseParties
        let gone = Set((present.removed + present.declined).map(\.organisationsnummer)).subtracting(present.organisations)
        return parties.subtracting(gone).union(present.organisations).union(present.rivals)
    }

    /// Units that take part.
    var units: [CaseEvent.Unit] { caseParties.units }

    /// Whether the last word of M24 on a unit is that it may only read.
    func isReadOnly(_ unit: CaseEvent.Unit) -> Bool { caseParties.isReader(unit) }

    /// Who takes part, by the earlier messages.
    private var caseParties: CaseParties {
        CaseParties(earlier.filter { !$0.isIrregular }.map { ($0.event, $0.isInForce) }, owners: owners)
    }

    /// Whether a receipt in force says that a message was passed on to this organisation. It may acknowledge it, but is no party until M24.
    func wasPassedOn(_ messageID: String?, to organisation: String) -> Bool {
        active(.kvittens).contains { $0.event.refersTo == messageID && $0.event.facts.successor == organisation }
    }

    /// Those whose messages in force opened the case; while none is in force, those whose did.
    var owners: CaseOwners {
        let holding = CaseOwners(earlier.lazy.filter(\.isInForce).map(\.event))
        return holding.organisations.isEmpty ? CaseOwners(earlier.lazy.filter { !$0.isIrregular }.map(\.event)) : holding
    }

    /// Organisations that answer for an insats which goes on, by the latest plan of each kind in force.
    var organisationsWithOpenInsatser: Set<String> {
        let plans = [MessageType.samordnadPlan, .underrattelseOppenTvangsvard].compactMap { active($0).last?.event.facts.insatser }
        return Set(plans.joined().filter(\.isOpen).map(\.organisationsnummer))
    }

    /// The earlier message with this id. Where several organisations have used it, the one of `organisation`, which is who names it; or else
    /// one in force.
    func message(_ id: String?, meantBy organisation: String? = nil) -> EarlierMessage? {
        let all = earlier.filter { $0.messageID == id }
        return all.first { $0.senderOrganisation == organisation } ?? all.first(where: \.isInForce) ?? all.first
    }

    /// Notices in force by which the patient may leave: M05, and M11 about a decision (3 kap. 1 § 2 st.). An application may be refused, and
    /// care that has ended lets nobody go.
    var noticesInForce: [EarlierMessage] {
        active(.utskrivningsklar)
            + active(.underrattelseOppenTvangsvard).filter { earlier in
                let decision = earlier.event.status(UnderrattelseOppenTvangsvard.Decision.self)
                return decision != .applied && decision != .ended
            }
    }

    /// When what a message says was first told: by itself, or by the first of those it replaces one after the other (`Ersatter`, or an M22
    /// that names it as the correction). `nil` when one of them is not known.
    func firstTold(_ event: CaseEvent) -> Date? {
        var (told, seen) = (event.sent, Set([event.messageID]))
        var next = replaced(by: event)
        while let id = next, seen.insert(id).inserted {
            guard let old = message(id, meantBy: event.sender.organisationsnummer)?.event else { return nil }
            told = min(told, old.sent)
            next = replaced(by: old)
        }
        return told
    }

    /// The id of the message that this one stands in the place of.
    private func replaced(by event: CaseEvent) -> String? {
        event.replaces
            ?? active(.makulering).first {
                $0.event.facts.successor == event.messageID && $0.senderOrganisation == event.sender.organisationsnummer
            }?.event.refersTo
    }

    /// Earlier messages of a type that are in force.
    func active(_ type: MessageType) -> [EarlierMessage] { earlier.filter { $0.type == type && $0.isInForce } }

    /// Kommunkod of the municipality that has placed the patient, by the latest message in force that tells; `nil` after the placement's end.
    var placeringskommun: String? {
        let telling = earlier.last {
            $0.isInForce && ($0.event.facts.placeringskommun ?? $0.event.facts.placement?.placeringskommun) != nil
        }
        guard let facts = telling?.event.facts, facts.placement?.event != Placeringsmeddelande.Event.end.rawValue else { return nil }
        return facts.placeringskommun ?? facts.placement?.placeringskommun
    }
}
