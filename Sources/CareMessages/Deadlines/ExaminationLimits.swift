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
            + watched.related.filter { $0.type == .begaranHalsoundersokning }).sorted { $0.sent < $1.sent }
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
            let words = answers([.beskedHalsoundersokning, .utlatandeHalsoundersokning], to: request, watched).map(\.first)
            $0.answer = settling(request, words).map { .init($0) }
            $0.stops = [watched.withdrawal(of: request)]
        }
    }

    /// No statement on a part is waited for when the word on it is that there will be none: the other parts may be another unit's.
    private static func statement(_ request: EventChain, _ watched: WatchedCase) -> DeadlineDraft {
        let sent = request.first.sent
        let refusals = answers([.beskedHalsoundersokning], to: request, watched).map(\.head).filter {
            [.declined, .wrongReceiver].contains($0.status(BeskedHalsoundersokning.Status.self))
        }
        let statements = answers([.utlatandeHalsoundersokning], to: request, watched).map(\.first)
        let last = settling(request, (refusals + statements).sorted { ($0.sent, $0.messageID) < ($1.sent, $1.messageID) })
        let isAnswer = last?.type == .utlatandeHalsoundersokning
        return DeadlineDraft(
            .utlatandeHalsoundersokning, request.head, start: sent, due: .endOf(CalendarDay(sent).adding(days: 60))
        ).with {
            $0.answer = isAnswer ? last.map { .init($0) } : nil
            $0.stops = [
                watched.withdrawal(of: request), isAnswer ? nil : last.map { Deadline.Stop(messageID: $0.messageID, at: $0.sent) },
            ]
        }
    }

    private static func answers(_ types: Set<MessageType>, to request: EventChain, _ watched: WatchedCase) -> [EventChain] {
        watched.active(types).filter { $0.members.contains(where: request.isMeant) }
    }

    /// The message with which every part that was asked for has been answered; `nil` while one has not. A message that names no part is
    /// about all of them.
    private static func settling(_ request: EventChain, _ answers: [CaseEvent]) -> CaseEvent? {
        var waiting = parts(of: request.head)
        return answers.first { answer in
            waiting.subtract(parts(of: answer))
            return waiting.isEmpty
        }
    }

    private static func parts(of event: CaseEvent) -> Set<BegaranHalsoundersokning.Part> {
        let leftToOthers = event.facts.omittedParts ?? []
        let named = (event.facts.parts ?? []).filter { !leftToOthers.contains($0) }
        return named.isEmpty && leftToOthers.isEmpty ? Set(BegaranHalsoundersokning.Part.allCases) : Set(named)
    }
}
