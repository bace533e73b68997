import Foundation

/// The limit of the M17: Sluss's own.
enum ReferralLimits {
    /// The last day of the confirmation.
    static func lastDay(referralSent sent: Date) -> CalendarDay { CalendarDay(sent).adding(days: 7) }

    static func drafts(_ watched: WatchedCase) -> [DeadlineDraft] {
        watched.chains([.remiss]).map { referral in
            let sent = referral.first.sent
            return DeadlineDraft(
                .remissbekraftelse, referral.head, start: sent, due: .endOf(lastDay(referralSent: sent))
            ).with {
                $0.answer = watched.answer([.remissbekraftelse, .remissvar], to: referral).map { .init($0) }
                $0.stops = [watched.withdrawal(of: referral)]
            }
        }
    }
}
