import Foundation

/// Limits of the health examination of a placed child: Sluss's own, since lag (2017:209) names no days.
enum ExaminationLimits {
    static func drafts(_ watched: WatchedCase, _ agreement: RegionalAgreement) -> [DeadlineDraft] {
        requests(watched)
            + watched.chains([.begaranHalsoundersokning]).flatMap { [word($0, watched, agreement), statement($0, watched)] }
    }

    /// 14 days from the placement: of the placement message (M20), answered here or in a related case; without one of the request itself.
    private static func requests(_ watched: WatchedCase) -> [DeadlineDraft] {
        let own = watched.chains([.begaranHalsoundersokning])
        let placements = watched.chains([.placeringsmeddelande]).filter {
            $0.head.facts.placement?.event == Placeringsmeddelande.Event.start.rawValue && $0.head.facts.isUnder21 != false
        }
        let asked =
            (watched.active([.begaranHalsoundersokning]).map(\.first)
            + watched.related.filter { $0.type == .begaranHalsoundersokning && !watched.isWithdrawn($0) }).sorted { $0.sent < $1.sent }
        let fromPlacements = placements.compactMap { chain in
            draft(chain.head)?.with {
                $0.answer = asked.first.map { .init($0) }
                $0.stops = [watched.withdrawal(of: chain)]
            }
        }
        guard fromPlacements.isEmpty else { return fromPlacements }
        return own.compactMap { chain in draft(chain.head)?.with { $0.answer = .init(chain.first) } }
    }

    private static func draft(_ trigger: CaseEvent) -> DeadlineDraft? {
        trigger.facts.placement?.day.map { day in
            DeadlineDraft(.begaranHalsoundersokning, trigger, start: SwedishTime.start(of: day), due: .endOf(day.adding(days: 14)))
        }
    }

    private static func word(_ request: EventChain, _ watched: WatchedCase, _ agreement: RegionalAgreement) -> DeadlineDraft {
        let sent = request.first.sent
        let day = BeskedHalsoundersokning.lastDay(afterRequestSent: sent, agreement.holidays)
        return DeadlineDraft(.beskedHalsoundersokning, request.head, start: sent, due: .endOf(day)).with {
            $0.answer = watched.answer([.beskedHalsoundersokning, .utlatandeHalsoundersokning], to: request).map { .init($0) }
            $0.stops = [watched.withdrawal(of: request)]
        }
    }

    /// No statement is waited for when the word is that there will be none.
    private static func statement(_ request: EventChain, _ watched: WatchedCase) -> DeadlineDraft {
        let sent = request.first.sent
        let refusal = watched.active([.beskedHalsoundersokning]).first { word in
            word.members.contains(where: request.isMeant)
                && [.declined, .wrongReceiver].contains(word.head.status(BeskedHalsoundersokning.Status.self))
        }?.head
        return DeadlineDraft(
            .utlatandeHalsoundersokning, request.head, start: sent, due: .endOf(CalendarDay(sent).adding(days: 60))
        ).with {
            $0.answer = watched.answer([.utlatandeHalsoundersokning], to: request).map { .init($0) }
            $0.stops = [watched.withdrawal(of: request), refusal.map { Deadline.Stop(messageID: $0.messageID, at: $0.sent) }]
        }
    }
}
