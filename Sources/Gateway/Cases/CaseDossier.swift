import CareMessages
import Foundation

/// A case with what the spools know of its messages: what the lists, pages and deadlines of a case are made from. No patient data.
package struct CaseDossier: Sendable {
    /// The case by its messages.
    package let state: Case
    /// The copies of each message, by the message's own id.
    package let copies: [String: [CaseCopy]]
    private let related: [Case]

    /// - Parameter related: other cases about the same patient whose messages may answer one of this case.
    init(_ state: Case, copies: [String: [CaseCopy]], related: [Case] = []) {
        self.state = state
        self.copies = copies
        self.related = related
    }

    /// The partners whose messages it has, in the order they joined.
    package var partners: [String] {
        var seen: Set<String> = []
        return state.entries.flatMap { copies[$0.event.messageID] ?? [] }.map(\.partner).filter { seen.insert($0).inserted }
    }

    /// The case as the deadlines see it.
    var watched: WatchedCase { WatchedCase(state, related: related) }

    /// Every time limit, in the order they run out.
    package func deadlines(under terms: CaseTerms, at now: Date) -> [Deadline] {
        CaseDeadlines.all(in: watched, under: terms.agreement(for: self), payer: terms.payer, at: now)
    }

    /// What the messages say of the municipality's liability to pay; `nil` for a case that payment does not depend on. Information only.
    package func payment(under terms: CaseTerms, at now: Date) -> PaymentState? {
        guard state.kind == .vardtillfalle else { return nil }
        return PaymentState(of: watched, payer: terms.payer, under: terms.agreement(for: self), amounts: terms.amounts.table, at: now)
    }
}
