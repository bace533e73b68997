import Foundation

/// The stay in sluten vård as the messages tell it.
extension WatchedCase {
    /// The patient left the ward.
    struct Departure: Sendable, Equatable {
        /// The message that says so: M13, or M12 while there is no M13.
        let message: CaseEvent
        /// When.
        let at: Date
    }

    /// The M13 that holds.
    var closing: CaseEvent? { active([.avslutVardtillfalle]).last?.head }

    /// When the patient left or will leave, by the M13, or by the M12 while there is none.
    var departure: Departure? {
        if let closing { return Departure(message: closing, at: closing.facts.left ?? closing.sent) }
        guard let word = active([.utskrivningsinformation]).last?.head, let left = word.facts.left else { return nil }
        return Departure(message: word, at: left)
    }

    /// ``departure`` when it has happened.
    func departure(by now: Date) -> Departure? { departure.flatMap { $0.at <= now ? $0 : nil } }

    /// The patient's death ends what others still had to do.
    var death: Deadline.Stop? { closing?.facts.status == AvslutVardtillfalle.Kind.died.rawValue ? end : nil }

    /// The end of the stay, whatever its kind.
    var end: Deadline.Stop? { closing.map { Deadline.Stop(messageID: $0.messageID, at: $0.facts.left ?? $0.sent) } }

    /// Notices that start the clock of payment, withdrawn ones too: M05, and M11 about a decision (3 kap. 1 § 2 st.). An application is no
    /// decision, and one that has ended starts nothing.
    var notices: [EventChain] {
        chains([.utskrivningsklar, .underrattelseOppenTvangsvard]).filter { chain in
            chain.head.type == .utskrivningsklar
                || ![UnderrattelseOppenTvangsvard.Decision.applied.rawValue, UnderrattelseOppenTvangsvard.Decision.ended.rawValue].contains(
                    chain.head.facts.status)
        }
    }

    /// A decision of open compulsory care in force: a samordnad vårdplan takes the place of the SIP (4 kap. 1 § 2 st.).
    var openCompulsoryCare: CaseEvent? { notices.first { !$0.isWithdrawn && $0.head.isOpenCompulsoryCare }?.first }

    /// What a call belongs to: the message it refers to, or what a call it follows belongs to. `nil` for a call of its own.
    func origin(of call: CaseEvent) -> String? {
        var seen: Set<String> = []
        var call = call
        while let id = call.refersTo, seen.insert(id).inserted {
            guard let earlier = events.first(where: { $0.messageID == id && $0.type == .kallelseTillSip }) else { return id }
            call = earlier
        }
        return nil
    }
}

extension CaseEvent {
    /// Whether it tells of öppen psykiatrisk tvångsvård or öppen rättspsykiatrisk vård.
    var isOpenCompulsoryCare: Bool { type == .underrattelseOppenTvangsvard || facts.vardform == .opt || facts.vardform == .orv }
}
