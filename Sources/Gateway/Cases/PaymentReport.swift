import CareMessages
import Documents
import Foundation

/// What the messages of an admission say of liability to pay. The JSON contract is in `Docs/json-output.md`.
package struct PaymentReport: Encodable, Sendable {
    /// A reason against, or a doubt.
    package struct Reason: Encodable, Sendable {
        /// Which.
        package let code: PaymentReason
        /// The provision.
        package let law: String
        /// In words.
        package let textSv: String
        /// In words.
        package let textEn: String
    }

    /// A message it rests on.
    package struct Fact: Encodable, Sendable {
        /// What it is for the verdict.
        package let part: String
        /// Its type.
        package let type: String
        /// Its id.
        package let messageID: String
        /// When it was sent; for the departure when the patient left.
        package let at: Date
    }

    /// `blocked`, `doubt` or `estimate`.
    package let state: String
    /// That nobody is bound by it.
    package let noticeSv: String
    /// That nobody is bound by it.
    package let noticeEn: String
    /// kommunkod of who would pay.
    package let payer: String?
    /// Why it is blocked or in doubt.
    package let reasons: [Reason]
    /// The messages it rests on.
    package let facts: [Fact]
    /// The first day of liability, if the claim stands.
    package let fromDay: String?
    /// The day of departure, or today; not counted.
    package let untilDay: String?
    /// Days of liability.
    package let days: Int?
    /// Whole kronor; only where amounts are configured for every day.
    package let kronor: Int?
    /// Where the amounts are from.
    package let amountSources: [String]
    /// Days since the notice in force.
    package let waitingDays: Int?
    /// What the model of the agreement means for a single patient.
    package let noteSv: String?
    /// What the model of the agreement means for a single patient.
    package let noteEn: String?

    /// Flattens a state.
    init(_ payment: PaymentState, amounts: DayAmountSettings) {
        let (found, estimate) = payment.verdict.parts
        state = payment.verdict.word
        (noticeSv, noticeEn) = (PaymentState.informationOnly.sv, PaymentState.informationOnly.en)
        payer = payment.payer
        reasons = found.map { Reason(code: $0, law: $0.law, textSv: $0.text.sv, textEn: $0.text.en) }
        facts = payment.basis.map { Fact(part: $0.part.rawValue, type: $0.type.rawValue, messageID: $0.messageID, at: $0.at) }
        (fromDay, untilDay, days) = (estimate?.from.text, estimate?.until.text, estimate?.days)
        kronor = estimate?.kronor
        amountSources = estimate.flatMap { $0.kronor == nil ? nil : amounts.sources(from: $0.from, before: $0.until) } ?? []
        waitingDays = payment.waitingDays
        (noteSv, noteEn) = (estimate?.note.sv, estimate?.note.en)
    }
}

extension PaymentState.Verdict {
    /// The verdict as one word.
    var word: String {
        switch self {
        case .blocked: "blocked"
        case .doubt: "doubt"
        case .estimate: "estimate"
        }
    }

    fileprivate var parts: ([PaymentReason], PaymentEstimate?) {
        switch self {
        case .blocked(let reasons): (reasons, nil)
        case .doubt(let reasons, let estimate): (reasons, estimate)
        case .estimate(let estimate): ([], estimate)
        }
    }
}
