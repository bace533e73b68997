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

    /// The partners whose messages it has, in the order they joined: by message, and within one sender first and receivers as it names them.
    func partners(under terms: CaseTerms) -> [String] {
        var seen: Set<String> = []
        return state.entries.flatMap { entry in
            let units = ([entry.event.sender] + entry.event.receivers).map(\.organisationsnummer)
            func place(_ partner: String) -> Int { units.firstIndex(of: terms.organisationsnummer(of: partner)) ?? units.count }
            return (copies[entry.event.messageID] ?? []).map(\.partner).sorted { (place($0), $0) < (place($1), $1) }
        }.filter { seen.insert($0).inserted }
    }

    /// Whether the partner has a message of it.
    func involves(_ partner: String) -> Bool { copies.values.contains { $0.contains { $0.partner == partner } } }

    /// The case as the deadlines see it.
    private var watched: WatchedCase { WatchedCase(state, related: related) }

    /// A case judged at an instant.
    struct Judgement {
        /// Every time limit, in the order they run out.
        let deadlines: [Deadline]
        /// What the messages say of the municipality's liability to pay; `nil` for a case that payment does not depend on. Information only.
        let payment: PaymentState?
    }

    /// The time limits and the state of payment.
    func judged(under terms: CaseTerms, at now: Date) -> Judgement {
        let (watched, agreement) = (watched, terms.agreement(for: self))
        let isAdmission = state.kind == .vardtillfalle
        return Judgement(
            deadlines: CaseDeadlines.all(in: watched, under: agreement, payer: terms.payer, at: now),
            payment: isAdmission
                ? PaymentState(of: watched, payer: terms.payer, under: agreement, amounts: terms.amounts.table, at: now) : nil)
    }
}
