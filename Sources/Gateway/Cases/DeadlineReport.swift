import CareMessages
import Documents
import Foundation

/// A time limit of a case, judged. The JSON contract is in `Docs/json-output.md`.
package struct DeadlineReport: Encodable, Sendable {
    /// What became of it, as one word.
    package enum Standing: String, Encodable, Sendable {
        case open, met, late, missed, stopped
    }

    /// The case.
    package let caseID: String
    /// What is waited for.
    package let kind: DeadlineKind
    /// The same in words.
    package let titleSv: String
    /// The same in words.
    package let titleEn: String
    /// The rule that warns of the same, for `sluss explain`; `nil` where none does.
    package let rule: String?
    /// When it runs out.
    package let dueAt: Date
    /// What became of it.
    package let status: Standing
    /// Time left, in whole seconds rounded towards less; negative afterwards. Only while nothing has come.
    package let remainingSeconds: Int?
    /// Whether a warning of the agreement is due.
    package let warned: Bool
    /// Whether a statute sets the limit.
    package let statutory: Bool
    /// The provision, or that the limit is Sluss's own.
    package let basisSv: String
    /// The provision, or that the limit is Sluss's own.
    package let basisEn: String
    /// The message that started it.
    package let startedBy: String
    /// Type of that message.
    package let startedByType: String
    /// The message that kept or stopped it.
    package let endedBy: String?
    /// When.
    package let endedAt: Date?
    /// organisationsnummer of those who have not answered.
    package let awaiting: [String]
    /// Doubts about the reading.
    package let noteSv: String?
    /// Doubts about the reading.
    package let noteEn: String?

    /// Flattens a limit of a case.
    init(_ deadline: Deadline, of caseID: String) {
        self.caseID = caseID
        kind = deadline.kind
        (titleSv, titleEn) = (deadline.kind.title.sv, deadline.kind.title.en)
        rule = deadline.kind.rule
        dueAt = deadline.due.instant
        switch deadline.status {
        case .open: (status, endedBy, endedAt) = (.open, nil, nil)
        case .missed: (status, endedBy, endedAt) = (.missed, nil, nil)
        case .met(let id, let at): (status, endedBy, endedAt) = (.met, id, at)
        case .metLate(let id, let at): (status, endedBy, endedAt) = (.late, id, at)
        case .stopped(let id, let at): (status, endedBy, endedAt) = (.stopped, id, at)
        }
        remainingSeconds = deadline.isPending ? Int((deadline.remaining / .seconds(1)).rounded(.down)) : nil
        warned = !deadline.passedWarnings.isEmpty
        statutory = deadline.isStatutory
        (basisSv, basisEn) = (deadline.basis.sv, deadline.basis.en)
        (startedBy, startedByType) = (deadline.trigger, deadline.triggerType.rawValue)
        awaiting = deadline.awaiting
        (noteSv, noteEn) = (deadline.note?.sv, deadline.note?.en)
    }

    /// The limits of a case that wait for something that may still be done, in the order they run out. Once a case is closed only a limit of
    /// the law is of interest: nobody will confirm what has ended.
    static func relevant(_ dossier: CaseDossier, _ judged: CaseDossier.Judgement) -> [DeadlineReport] {
        let isClosed = dossier.state.phase.isClosed
        return judged.deadlines.filter { $0.isPending && (!isClosed || $0.isStatutory) }.map {
            DeadlineReport($0, of: dossier.state.id)
        }
    }

    /// How far a list of what is due looks.
    package struct Reach: Sendable {
        /// How far ahead; `nil` for what ran out already.
        package let ahead: Duration?
        /// How far back: what ran out before is history.
        package let back: Duration

        /// Looks so far.
        package init(ahead: Duration?, back: Duration) {
            self.ahead = ahead
            self.back = back
        }
    }

    /// What is due over all cases, in the order it runs out. Blocking.
    package static func due(
        in cases: CaseCollection, under terms: CaseTerms, at now: Date, reach: Reach
    ) -> [DeadlineReport] {
        let last = now.addingTimeInterval((reach.ahead ?? .zero) / .seconds(1))
        let first = now.addingTimeInterval(-(reach.back / .seconds(1)))
        let found = cases.compactMap { dossier -> [DeadlineReport]? in
            let due = relevant(dossier, dossier.judged(under: terms, at: now)).filter {
                $0.dueAt >= first && $0.dueAt <= last && (reach.ahead != nil || $0.status == .missed)
            }
            return due.isEmpty ? nil : due
        }
        return found.flatMap { $0 }.sorted {
            ($0.dueAt, $0.caseID, $0.kind.rawValue, $0.startedBy) < ($1.dueAt, $1.caseID, $1.kind.rawValue, $1.startedBy)
        }
    }
}
