import CareMessages
import Foundation

/// A line of `sluss case list`. The JSON contract is in `Docs/json-output.md`.
package struct CaseReport: Encodable, Sendable {
    /// The case.
    package let id: String
    /// What kind of case.
    package let kind: CaseKind
    /// Where it stands.
    package let phase: CasePhase
    /// Whether something more is expected.
    package let open: Bool
    /// The partners it is shared with, in the order they joined; organisationsnummer for cases of an archive.
    package let partners: [String]
    /// How many messages it has.
    package let messages: Int
    /// When the first was sent.
    package let firstAt: Date?
    /// When the last was sent.
    package let lastAt: Date?
    /// The limit that runs out next, or ran out first of those that nothing was done about; those without effect left out.
    package let nextDeadline: DeadlineReport?
    /// Whether liability to pay is `blocked`, in `doubt` or an `estimate`; information only. `nil` for a case that payment does not depend on.
    package let payment: String?
    /// Ids of messages that others build on and that have not come.
    package let missingLinks: [String]

    /// Judges a case at an instant.
    package init(_ dossier: CaseDossier, under terms: CaseTerms, at now: Date) {
        self.init(dossier, dossier.judged(under: terms, at: now), under: terms)
    }

    init(_ dossier: CaseDossier, _ judged: CaseDossier.Judgement, under terms: CaseTerms) {
        let state = dossier.state
        id = state.id
        (kind, phase, open) = (state.kind, state.phase, !state.phase.isClosed)
        partners = dossier.partners(under: terms)
        messages = state.entries.count
        (firstAt, lastAt) = (state.span?.lowerBound, state.span?.upperBound)
        nextDeadline = DeadlineReport.relevant(dossier, judged).first
        payment = judged.payment.map { $0.verdict.word }
        missingLinks = state.missingLinks
    }

    /// The order of a list: the case with the latest message first.
    package static func precedes(_ left: CaseReport, _ right: CaseReport) -> Bool {
        guard let newer = left.lastAt, let older = right.lastAt, newer != older else { return left.id < right.id }
        return newer > older
    }
}

/// Which cases a list shows.
package struct CaseFilter: Sendable {
    /// Only these kinds; empty for all.
    package var kinds: Set<CaseKind> = []
    /// Only these phases; empty for all.
    package var phases: Set<CasePhase> = []
    /// Only cases that are not closed.
    package var isOpenOnly = false
    /// Only cases with this partner.
    package var partner: String?

    /// Shows every case.
    package init() {}

    /// Whether it shows the case.
    package func shows(_ dossier: CaseDossier) -> Bool {
        let state = dossier.state
        return (kinds.isEmpty || kinds.contains(state.kind)) && (phases.isEmpty || phases.contains(state.phase))
            && (!isOpenOnly || !state.phase.isClosed) && (partner.map(dossier.involves) ?? true)
    }
}
