import Documents
import Foundation

/// Whether a message came to the right organisation, and the way back or on when it did not. Judges by the event, so that no patient data
/// is needed and none can reach the answer.
package struct Misdirection: Sendable {
    /// What can be told.
    package enum Verdict: String, Sendable, Codable {
        /// The organisation has a part in it.
        case ours = "RATT"
        /// It does not.
        case notOurs = "FEL"
        /// Nothing tells; a person must judge.
        case uncertain = "OKLART"
    }

    /// What the receipt (M23) to the sender holds. Ids and codes only: neither patient nor reason in words, and never who the right
    /// municipality is unless the message was in fact sent on.
    package struct Reply: Sendable, Equatable {
        /// The message that came wrong: `RefererarTill`.
        package let refersTo: String
        /// Its case.
        package let caseID: String
        /// The unit that sent it: the receiver of the receipt.
        package let receiver: CaseEvent.Unit
        /// Schema code of the level: a person at the receiver has judged.
        package let level = "VERKSAMHET"
        /// Schema code of the result: FELSAND or VIDARESAND.
        package let result: String
        /// organisationsnummer it was sent on to; `nil` for FELSAND, and always for a protected patient.
        package let forwardedTo: String?
        /// When it was judged.
        package let instant: Date
    }

    /// What can be told.
    package let verdict: Verdict
    /// Organisations that the message may be meant for, the likeliest first, for the person who forwards. They tell where a person is placed:
    /// show them inside the organisation only.
    package let candidates: [RoutingTarget]
    /// Warnings for that person.
    package let warnings: [RoutingNote]
    private let event: CaseEvent

    /// Judges a message that came to the organisation with these codes. `placements` are the register's on the day it was sent.
    package init(_ event: CaseEvent, kommunkod: String?, lanskod: String?, placements: [PlacementInterval] = []) {
        self.event = event
        let facts = event.facts
        let placing = [facts.placeringskommun, facts.placement?.placeringskommun].compactMap { $0 } + placements.map(\.placeringskommun)
        let concerned = placing + [facts.folkbokforingskommun].compactMap { $0 }
        let own = ([kommunkod.map(RoutingTarget.kommun), lanskod.map(RoutingTarget.region)].compactMap { $0?.key })
        var candidates = Self.unique(concerned.map(RoutingTarget.kommun))
        if Self.isForKommun(event, kommunkod) {
            let hasPlacing = !placing.isEmpty || facts.isUnder21 == false
            if !Set(candidates.map(\.key)).isDisjoint(with: own) {
                verdict = .ours
            } else {
                verdict = hasPlacing && !candidates.isEmpty ? .notOurs : .uncertain
            }
        } else {
            let stays = [facts.vistelsekommun, facts.placement?.vistelsekommun].compactMap { $0 } + placements.compactMap(\.vistelsekommun)
            candidates = Self.unique(stays.map { .region(String($0.prefix(2))) })
            verdict = Set(candidates.map(\.key)).isDisjoint(with: own) ? .uncertain : .ours
        }
        self.candidates = candidates.filter { !own.contains($0.key) }
        warnings = verdict == .uncertain ? [RoutingNote(.misdirectionUncertain)] : []
    }

    /// The receipt that says the message came wrong and was not sent on.
    package func misdirected(at instant: Date) -> Reply { reply("FELSAND", to: nil, at: instant) }

    /// The receipt that says the message was sent on to a unit a person has chosen. For the sending itself that person needs a legal basis.
    ///
    /// - Throws: V012 when the patient is protected and the unit has no protected mailbox; V019 when its organisation sent the message or
    ///   has had it.
    package func forwarded(to unit: Addressee, at instant: Date) throws(Refusal) -> Reply {
        let isProtected = event.facts.isProtected == true
        if isProtected, !unit.isProtectedMailbox { throw Refusal(RoutingCode.protectedMailboxMissing) }
        let known = [event.sender] + event.receivers
        guard !known.contains(where: { $0.organisationsnummer == unit.organisationsnummer }) else {
            throw Refusal(RoutingCode.alreadyReceiver)
        }
        return reply("VIDARESAND", to: isProtected ? nil : unit.organisationsnummer, at: instant)
    }

    private func reply(_ result: String, to organisation: String?, at instant: Date) -> Reply {
        Reply(
            refersTo: event.messageID, caseID: event.caseID, receiver: event.sender, result: result, forwardedTo: organisation,
            instant: instant)
    }

    /// Whether the message came to the organisation as a municipality; Gotland is both, and its units tell.
    private static func isForKommun(_ event: CaseEvent, _ kommunkod: String?) -> Bool {
        guard kommunkod != nil else { return false }
        let roles = event.receivers.filter { $0.kommunkod == kommunkod }.map(\.role)
        return roles.isEmpty || !Set(roles).isDisjoint(with: Roll.municipal.union([.elevhalsa, .avvikelsefunktion]))
    }

    private static func unique(_ targets: [RoutingTarget]) -> [RoutingTarget] {
        var seen: Set<RoutingTarget> = []
        return targets.filter { seen.insert($0.key).inserted }
    }
}
