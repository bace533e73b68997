import CareMessages
import Foundation
import Testing

/// A row of the table: what was told, and the state of payment that follows.
struct PaymentCase: Sendable, CustomTestStringConvertible {
    let name: String
    let told: [Told]
    let now: String
    /// As ``text(_:)`` writes it.
    let expected: String
    var payer = PayerQuestion.told()
    /// Ids of messages without effect in the case.
    var irregular: Set<String> = []
    var agreement = RegionalAgreement.statutory
    var amounts = DayAmounts.none

    init(_ name: String, _ told: [Told], now: String = "2026-09-25T08:00:00+02:00", _ expected: String) {
        self.name = name
        self.told = told
        self.now = now
        self.expected = expected
    }

    var testDescription: String { name }

    var state: PaymentState? {
        PaymentState(of: WatchedCase(told, irregular: irregular), payer: payer, under: agreement, amounts: amounts, at: Told.at(now))
    }

    func with(_ change: (inout PaymentCase) -> Void) -> PaymentCase {
        var copy = self
        change(&copy)
        return copy
    }

    static func text(_ verdict: PaymentState.Verdict?) -> String {
        switch verdict {
        case nil: "none"
        case .blocked(let reasons): "blocked " + reasons.map(\.rawValue).joined(separator: " ")
        case .doubt(let reasons, let estimate): "doubt " + reasons.map(\.rawValue).joined(separator: " ") + ", " + text(estimate)
        case .estimate(let estimate): text(estimate)
        }
    }

    private static func text(_ estimate: PaymentEstimate) -> String {
        "from \(estimate.from.text) \(estimate.days) d" + (estimate.isOpen ? " so far" : "") + (estimate.kronor.map { " \($0) kr" } ?? "")
    }
}
