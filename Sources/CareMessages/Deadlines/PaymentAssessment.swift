import Foundation

/// The links of 5 kap. 3–5 §§ as the messages of a case show them.
struct PaymentAssessment {
    let payer: String?
    private let watched: WatchedCase
    private let question: PayerQuestion
    private let agreement: RegionalAgreement
    private let now: Date
    /// The M01 that told the payer: the chain and the message of it.
    private let admission: (chain: EventChain, told: EventChain.Told)?
    /// The notice in force that told the payer.
    private let notice: (chain: EventChain, entry: PayerQuestion.Entry)?
    private let notices: [EventChain]

    init?(_ watched: WatchedCase, _ question: PayerQuestion, _ agreement: RegionalAgreement, _ now: Date) {
        let admissions = watched.active([.inskrivningsmeddelande])
        let notices = watched.notices
        guard !notices.isEmpty || !watched.chains([.inskrivningsmeddelande]).isEmpty else { return nil }
        let code = question.kommunkod(in: watched)
        self.watched = watched
        self.question = question
        self.agreement = agreement
        self.now = now
        self.notices = notices
        payer = code
        admission = admissions.compactMap { chain in chain.first(to: code, question).map { (chain, $0) } }
            .min { $0.1.message.sent < $1.1.message.sent }
        notice = notices.filter { !$0.isWithdrawn }
            .compactMap { chain in question.entry(chain, payer: code, under: agreement).map { (chain, $0) } }
            .min { $0.1.told.message.sent < $1.1.told.message.sent }
    }

    // MARK: Reasons

    /// Every reason against, in the order of the law's links.
    var reasons: [PaymentReason] {
        let isUncertain = [admission?.told, notice?.entry.told].contains { $0?.isCertain == false }
        return [payer == nil ? .payerUnknown : nil, isUncertain ? .payerOrganisationUnknown : nil].compactMap { $0 } + admissionReasons
            + noticeReasons
    }

    private var admissionReasons: [PaymentReason] {
        guard let admission else { return [.noAdmissionToPayer] }
        guard let start = admission.chain.head.facts.admissionClockStart else { return [] }
        return admission.told.message.sent.elapsed(since: start) > .seconds(86_400) ? [.admissionLate] : []
    }

    private var noticeReasons: [PaymentReason] {
        guard let notice, let words else {
            let isOnlyWithdrawn = !notices.isEmpty && notices.allSatisfy(\.isWithdrawn)
            return [isOnlyWithdrawn ? .noticeWithdrawn : .noNoticeToPayer]
        }
        let corrected: [PaymentReason] = notice.chain.members.count > 1 ? [.noticeCorrected] : []
        return corrected + callReasons(notice.chain) + words.reasons(through: lastDay) + endReasons(notice.chain)
    }

    private func callReasons(_ notice: EventChain) -> [PaymentReason] {
        let need = SipNeed(notice.head)
        guard need != .none, watched.openCompulsoryCare == nil else { return [] }
        guard let call else {
            return need == .unclear ? [.sipNeedUnclear] : [ReadinessLimits.calls(watched).isEmpty ? .noCall : .callForOtherNotice]
        }
        let isLate = CalendarDay(call.sent) > ReadinessLimits.callDay(noticeSent: notice.first.sent)
        return (call.sender.role == .fastVardkontakt ? [] : [.callNotByContact]) + (isLate ? [.callLate] : [])
    }

    private var call: CaseEvent? { notice.flatMap { ReadinessLimits.call(for: $0.chain, in: watched) } }

    private var words: OpenCareWords? {
        notice.map { OpenCareWords(in: watched, entry: $0.entry.day, until: watched.departure(by: now)?.at ?? now) }
    }

    private func endReasons(_ notice: EventChain) -> [PaymentReason] {
        guard notice.head.type == .underrattelseOppenTvangsvard else { return [] }
        let hasEnded = watched.active([.underrattelseOppenTvangsvard]).contains {
            $0.head.facts.status == UnderrattelseOppenTvangsvard.Decision.ended.rawValue && $0.head.sent > notice.first.sent
        }
        return hasEnded ? [.compulsoryOpenCareEnded] : []
    }

    // MARK: Days

    private var lastDay: CalendarDay { CalendarDay(watched.departure(by: now)?.at ?? now) }

    /// The days, if there is a notice to the payer.
    func estimate(_ amounts: DayAmounts) -> PaymentEstimate? {
        guard let notice, let words else { return nil }
        let entry = notice.entry.day
        return PaymentEstimate(
            from: words.firstDay(through: max(lastDay, entry)) ?? entry, until: lastDay, isOpen: watched.departure(by: now) == nil,
            agreement.model, amounts)
    }

    var waitingDays: Int? { notice.map { max(0, lastDay.daysSince1970 - CalendarDay($0.entry.told.message.sent).daysSince1970) } }

    var earlierPeriods: [PaymentState.EarlierPeriod] {
        notices.compactMap { chain in
            guard let entry = question.entry(chain, payer: payer, under: agreement), let stop = watched.withdrawal(of: chain) else {
                return nil
            }
            let period = PaymentState.EarlierPeriod(notice: chain.head.messageID, from: entry.day, until: CalendarDay(stop.at))
            return period.days > 0 ? period : nil
        }
    }

    // MARK: Basis

    var basis: [PaymentState.Fact] {
        let withdrawal = notice == nil ? notices.last.flatMap(withdrawal) : nil
        return [
            [
                fact(.admission, admission?.told.message), fact(.notice, notice?.entry.told.message), fact(.call, call),
                fact(.openCare, words?.deciding),
            ], (words?.later ?? []).map { fact(.laterOpenCare, $0) },
            [withdrawal, watched.departure(by: now).map { fact(.departure, $0.message, at: $0.at) } ?? nil],
        ].joined().compactMap { $0 }
    }

    private func fact(_ part: PaymentState.Part, _ event: CaseEvent?, at: Date? = nil) -> PaymentState.Fact? {
        event.map { .init(part: part, type: $0.type, messageID: $0.messageID, at: at ?? $0.sent) }
    }

    private func withdrawal(of chain: EventChain) -> PaymentState.Fact? {
        guard let id = watched.withdrawal(of: chain)?.messageID else { return nil }
        return fact(.withdrawal, watched.events.first { $0.messageID == id })
    }
}
