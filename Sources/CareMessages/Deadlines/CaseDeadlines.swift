import Documents
import Foundation

/// The deadline engine: the time limits of a case by its messages. Pure; the same messages give the same limits in any order.
package enum CaseDeadlines {
    /// Every limit that a message of the case has started, judged at `now`, in the order they run out. Liability to pay is counted for
    /// the payer that `question` names, and not at all when no notice has gone to it.
    package static func all(
        in watched: WatchedCase, under agreement: RegionalAgreement, payer question: PayerQuestion = .init(), at now: Date
    ) -> [Deadline] {
        let drafts =
            AdmissionLimits.drafts(watched) + ReadinessLimits.drafts(watched, agreement)
            + ReadinessLimits.liability(watched, question, agreement, now) + ExaminationLimits.drafts(watched, agreement)
            + ReferralLimits.drafts(watched) + ReceiptExpectation.drafts(watched, agreement)
        return drafts.map { $0.judged(under: agreement, at: now) }.sorted(by: isBefore)
    }

    private static func isBefore(_ left: Deadline, _ right: Deadline) -> Bool {
        (left.due.instant, left.kind.rawValue, left.trigger) < (right.due.instant, right.kind.rawValue, right.trigger)
    }
}
