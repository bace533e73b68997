import Documents
import Foundation

/// A time limit as the messages give it, before it is judged at an instant.
struct DeadlineDraft {
    let kind: DeadlineKind
    let trigger: CaseEvent
    let start: Date
    let due: DueTime
    var answer: Deadline.Answer?
    /// Those that may each make it pointless.
    var stops: [Deadline.Stop?] = []
    var awaiting: [String] = []
    var basis: LocalText?
    var isStatutory: Bool?
    var note: LocalText?

    /// A limit that runs from `start`, or else from when the message was sent.
    init(_ kind: DeadlineKind, _ trigger: CaseEvent, start: Date? = nil, due: DueTime) {
        self.kind = kind
        self.trigger = trigger
        self.start = start ?? trigger.sent
        self.due = due
    }

    /// The same with more said, for one expression a limit.
    func with(_ change: (inout DeadlineDraft) -> Void) -> DeadlineDraft {
        var copy = self
        change(&copy)
        return copy
    }

    /// The verdict at `now`.
    func judged(under agreement: RegionalAgreement, at now: Date) -> Deadline {
        let status = status(at: now)
        let remaining = due.instant.elapsed(since: now)
        let isPending = status == .open || status == .missed
        let whole = due.instant.elapsed(since: start)
        return Deadline(
            kind: kind, trigger: trigger.messageID, triggerType: trigger.type, start: start, due: due, basis: basis ?? kind.basis,
            isStatutory: isStatutory ?? kind.isStatutory, status: status, awaiting: isPending ? awaiting : [], remaining: remaining,
            passedWarnings: isPending ? agreement.warnings.filter { $0 < whole && remaining <= $0 }.sorted(by: >) : [], note: note)
    }

    private func status(at now: Date) -> Deadline.Status {
        let stop = stops.compactMap { $0 }.min { $0.at < $1.at }
        if let stop, stop.at < answer?.at ?? .distantFuture { return .stopped(by: stop.messageID, at: stop.at) }
        if let answer {
            return due.isPassed(at: answer.at)
                ? .metLate(by: answer.messageID, at: answer.at) : .met(by: answer.messageID, at: answer.at)
        }
        return due.isPassed(at: now) ? .missed : .open
    }
}
