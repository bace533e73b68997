import Foundation

/// Limits around the M01 and the day of discharge.
enum AdmissionLimits {
    static func drafts(_ watched: WatchedCase) -> [DeadlineDraft] {
        watched.chains([.inskrivningsmeddelande]).flatMap { chain in
            [notice(chain, watched), planning(chain, watched)].compactMap { $0 }
        } + [discharge(watched)].compactMap { $0 }
    }

    /// 2 kap. 3 §: 24 hours by the clock, from the admission or from a later assessment of need.
    private static func notice(_ chain: EventChain, _ watched: WatchedCase) -> DeadlineDraft? {
        guard let start = chain.head.facts.admissionClockStart else { return nil }
        return DeadlineDraft(.inskrivningsmeddelande, chain.head, start: start, due: .instant(start.addingTimeInterval(86_400))).with {
            // What was sent has been told, even if it was withdrawn since.
            $0.answer = .init(chain.first)
        }
    }

    /// Planning material from anyone but the ward itself.
    private static func planning(_ chain: EventChain, _ watched: WatchedCase) -> DeadlineDraft? {
        let sent = chain.first.sent
        return DeadlineDraft(.planeringsunderlag, chain.head, start: sent, due: .instant(sent.addingTimeInterval(2 * 86_400))).with {
            $0.answer = watched.active([.planeringsunderlag]).first { $0.head.sender.role != .slutenVard }.map { .init($0.first) }
            $0.stops = [watched.withdrawal(of: chain), watched.end]
        }
    }

    /// Whether 3 kap. 2 § demands the information after a stay that ended so: for who was discharged, or whose end is not known yet. That
    /// leaving without leave is no discharge is a reading, not the wording of the law.
    static func needsInformation(_ kind: AvslutVardtillfalle.Kind?) -> Bool { kind == nil || kind == .discharged }

    /// 3 kap. 2 §: the information goes out on the day of discharge.
    private static func discharge(_ watched: WatchedCase) -> DeadlineDraft? {
        guard let departure = watched.departure,
            needsInformation(departure.message.status(AvslutVardtillfalle.Kind.self))
        else { return nil }
        return DeadlineDraft(
            .utskrivningsinformation, departure.message, start: departure.at, due: .endOf(CalendarDay(departure.at))
        ).with { $0.answer = watched.active([.utskrivningsinformation]).first.map { .init($0.first) } }
    }
}

extension EventFacts {
    /// When the 24 hours of 2 kap. 3 § begin; `nil` for what is no M01.
    var admissionClockStart: Date? { admitted.map { max($0, needAssessed ?? $0) } }
}
