import Documents
import Foundation

/// What the messages of an admission say about the municipality's liability to pay (lag 2017:612, 5 kap.). Information only: the parties decide,
/// and raw times stay with the messages.
package struct PaymentState: Sendable, Equatable {
    /// Who pays.
    package enum Payer: Sendable, Equatable {
        /// The municipality of registration (5 kap. 2 §).
        case folkbokforing
        /// The municipality that decided the patient's stay in such housing as 5 kap. 2 § lists; its kommunkod. Not for familjehem and HVB,
        /// which the paragraph does not list (a reading).
        case decided(kommunkod: String)
    }

    /// The verdict.
    package enum Verdict: Sendable, Equatable {
        /// A link is missing; liability has not begun. Every reason, never empty.
        case blocked([PaymentReason])
        /// The links are there, but one can be disputed. Every reason, never empty, and what holds if the claim stands.
        case doubt([PaymentReason], PaymentEstimate)
        /// The links are there.
        case estimate(PaymentEstimate)
    }

    /// What a message is for the verdict.
    package enum Part: String, CaseIterable, Sendable {
        /// The M01 that told the payer.
        case admission
        /// The notice that started the clock.
        case notice
        /// The call to the SIP.
        case call
        /// The word on open care that decides whether liability begins.
        case openCare
        /// A word on open care after the day liability began.
        case laterOpenCare
        /// What withdrew the last notice.
        case withdrawal
        /// What ended the stay.
        case departure
    }

    /// A message the verdict rests on.
    package struct Fact: Sendable, Equatable {
        /// What it is for the verdict.
        package let part: Part
        /// Its type.
        package let type: MessageType
        /// Its id.
        package let messageID: String
        /// When it was sent; for the departure when the patient left.
        package let at: Date
    }

    /// Days between the entry of liability and the withdrawal of a notice. Not part of the verdict: whether they are paid is for the parties.
    package struct EarlierPeriod: Sendable, Equatable {
        /// Id of the withdrawn notice.
        package let notice: String
        /// The first day of liability by that notice.
        package let from: CalendarDay
        /// The day of the withdrawal, not counted.
        package let until: CalendarDay
        /// More than zero.
        package var days: Int { until.daysSince1970 - from.daysSince1970 }
    }

    /// The verdict.
    package let verdict: Verdict
    /// kommunkod of the municipality that would pay; `nil` when unknown.
    package let payer: String?
    /// Days from the notice in force to the departure, or until now: the day of sending is day 0. `nil` without a notice in force.
    package let waitingDays: Int?
    /// Of notices withdrawn after liability would have begun, in order.
    package let earlierPeriods: [EarlierPeriod]
    /// The messages it rests on.
    package let basis: [Fact]

    /// What every reader of a payment state must be told.
    package static let informationOnly = LocalText(
        sv: "Endast information. Slussen avgör inte betalningsansvaret.",
        en: "Information only. Sluss does not decide who is liable to pay.")

    /// The state at `now`; `nil` when the case has neither M01 nor a notice.
    package init?(
        of watched: WatchedCase, payer question: PayerQuestion = .init(), under agreement: RegionalAgreement, amounts: DayAmounts = .none,
        at now: Date
    ) {
        guard let assessment = PaymentAssessment(watched, question, agreement, now) else { return nil }
        self.payer = assessment.payer
        waitingDays = assessment.waitingDays
        earlierPeriods = assessment.earlierPeriods
        basis = assessment.basis
        let reasons = assessment.reasons
        let blocking = reasons.filter(\.isBlocking)
        if let estimate = assessment.estimate(amounts), blocking.isEmpty {
            verdict = reasons.isEmpty ? .estimate(estimate) : .doubt(reasons, estimate)
        } else {
            verdict = .blocked(blocking)
        }
    }
}
