import Foundation

/// The links of 5 kap. 3–5 §§ as the messages of a case show them.
struct PaymentAssessment {
    let payer: String?
    private let watched: WatchedCase
    private let agreement: RegionalAgreement
    private let now: Date
    /// The M01 that told the payer: the chain and the message of it.
    private let admission: (chain: EventChain, told: CaseEvent)?
    /// The notice in force that told the payer.
    private let notice: (chain: EventChain, told: CaseEvent)?
    private let notices: [EventChain]

    init?(_ watched: WatchedCase, _ payer: PaymentState.Payer, _ agreement: RegionalAgreement, _ now: Date) {
        let admissions = watched.active([.inskrivningsmeddelande])
        notices = watched.notices
        guard !notices.isEmpty || !watched.chains([.inskrivningsmeddelande]).isEmpty else { return nil }
        self.watched = watched
        self.agreement = agreement
        self.now = now
        switch payer {
        case .decided(let code): self.payer = code
        case .folkbokforing:
            let heads = (admissions + notices.filter { !$0.isWithdrawn }).map(\.head)
            self.payer = heads.max { $0.sent < $1.sent }?.facts.folkbokforingskommun
        }
        let code = self.payer
        admission = Self.earliest(admissions, to: code)
        notice = Self.earliest(notices.filter { !$0.isWithdrawn }, to: code)
    }

    /// The chain that first told a municipality.
    private static func earliest(_ chains: [EventChain], to code: String?) -> (chain: EventChain, told: CaseEvent)? {
        chains.compactMap { chain in chain.first(to: code).map { (chain, $0) } }.min { $0.1.sent < $1.1.sent }
    }

    // MARK: Reasons

    /// Every reason against, in the order of the law's links.
    var reasons: [PaymentReason] { [payer == nil ? .payerUnknown : nil].compactMap { $0 } + admissionReasons + noticeReasons }

    private var admissionReasons: [PaymentReason] {
        guard let admission else { return [.noAdmissionToPayer] }
        guard let start = admission.chain.head.facts.admissionClockStart else { return [] }
        return admission.told.sent.elapsed(since: start) > .seconds(86_400) ? [.admissionLate] : []
    }

    private var noticeReasons: [PaymentReason] {
        guard let notice else {
            let isOnlyWithdrawn = !notices.isEmpty && notices.allSatisfy(\.isWithdrawn)
            return [isOnlyWithdrawn ? .noticeWithdrawn : .noNoticeToPayer]
        }
        let corrected: [PaymentReason] = notice.chain.members.count > 1 ? [.noticeCorrected] : []
        return corrected + callReasons(notice.chain) + openCareReasons(notice.told) + endReasons(notice.chain)
    }

    private func callReasons(_ notice: EventChain) -> [PaymentReason] {
        let need = SipNeed(notice.head)
        guard need != .none, watched.openCompulsoryCare == nil else { return [] }
        guard let call else {
            return need == .unclear ? [.sipNeedUnclear] : [ReadinessLimits.calls(watched).isEmpty ? .noCall : .callForWithdrawnNotice]
        }
        let isLate = CalendarDay(call.first.sent) > KallelseTillSip.lastDay(afterNoticeSent: notice.first.sent)
        return isLate ? [.callLate] : []
    }

    private var call: EventChain? { notice.flatMap { ReadinessLimits.call(for: $0.chain, in: watched) } }

    private func openCareReasons(_ told: CaseEvent) -> [PaymentReason] {
        guard let openCare = openCareWords.last else { return [.openCareNotStated] }
        guard openCare.facts.openCareAvailable == .yes else { return [.openCareNotAvailable] }
        return firstDay(told) > agreement.payFrom(noticeSent: told.sent) ? [.openCareLater] : []
    }

    private func endReasons(_ notice: EventChain) -> [PaymentReason] {
        guard notice.head.type == .underrattelseOppenTvangsvard else { return [] }
        let hasEnded = watched.active([.underrattelseOppenTvangsvard]).contains {
            $0.head.facts.status == UnderrattelseOppenTvangsvard.Decision.ended.rawValue && $0.head.sent > notice.first.sent
        }
        return hasEnded ? [.compulsoryOpenCareEnded] : []
    }

    /// What was said of open care in order: by M07, or by notices in force. The last word counts.
    private var openCareWords: [CaseEvent] {
        watched.active([.utskrivningsklar, .oppenvardensTillganglighet]).map(\.head).filter { $0.facts.openCareAvailable != nil }.sorted {
            ($0.sent, $0.messageID) < ($1.sent, $1.messageID)
        }
    }

    // MARK: Days

    /// The first day of liability; not before the day open care was said to be available, if it was not at first (5 kap. 5 §; a reading).
    private func firstDay(_ told: CaseEvent) -> CalendarDay {
        let day = agreement.payFrom(noticeSent: told.sent)
        let words = openCareWords
        guard let lastNo = words.lastIndex(where: { $0.facts.openCareAvailable != .yes }), lastNo + 1 < words.count else { return day }
        return max(day, CalendarDay(words[lastNo + 1].sent))
    }

    private var lastDay: CalendarDay { CalendarDay(watched.departure(by: now)?.at ?? now) }

    /// The days, if there is a notice to the payer.
    func estimate(_ amounts: DayAmounts) -> PaymentEstimate? {
        guard let notice else { return nil }
        return PaymentEstimate(
            from: firstDay(notice.told), until: lastDay, isOpen: watched.departure(by: now) == nil, agreement.model, amounts)
    }

    var waitingDays: Int? { notice.map { max(0, lastDay.daysSince1970 - CalendarDay($0.told.sent).daysSince1970) } }

    var earlierPeriods: [PaymentState.EarlierPeriod] {
        notices.compactMap { chain in
            guard let told = chain.first(to: payer), let stop = watched.withdrawal(of: chain) else { return nil }
            let period = PaymentState.EarlierPeriod(
                notice: chain.head.messageID, from: agreement.payFrom(noticeSent: told.sent), until: CalendarDay(stop.at))
            return period.days > 0 ? period : nil
        }
    }

    // MARK: Basis

    var basis: [PaymentState.Fact] {
        let withdrawal = notice == nil ? notices.last.flatMap(withdrawal) : nil
        return [
            fact(.admission, admission?.told), fact(.notice, notice?.told), fact(.call, call?.first), fact(.openCare, openCareWords.last),
            withdrawal,
            watched.departure(by: now).map { fact(.departure, $0.message, at: $0.at) } ?? nil,
        ].compactMap { $0 }
    }

    private func fact(_ part: PaymentState.Part, _ event: CaseEvent?, at: Date? = nil) -> PaymentState.Fact? {
        event.map { .init(part: part, type: $0.type, messageID: $0.messageID, at: at ?? $0.sent) }
    }

    private func withdrawal(of chain: EventChain) -> PaymentState.Fact? {
        guard let id = watched.withdrawal(of: chain)?.messageID else { return nil }
        return fact(.withdrawal, watched.events.first { $0.messageID == id })
    }
}
