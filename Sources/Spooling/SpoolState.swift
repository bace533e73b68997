/// Where a message lies. A state is a folder of the spool and a message's folder is in exactly one of them.
///
/// The texts below are the specification that ARCHITECTURE.md prints (``tableMarkdown``); ``transitions`` is the rule ``Spool`` obeys.
package enum SpoolState: String, CaseIterable, Encodable, Sendable {
    case incoming, ready, inflight, awaiting, deferred, held, done, failed, cancelled, corrupt

    /// What it means that a message lies here.
    package var meaning: String {
        switch self {
        case .incoming: "being written; nobody has been told that it is accepted"
        case .ready: "complete and durable, may be tried"
        case .inflight: "an attempt is running"
        case .awaiting: "sent whole, perhaps taken by the peer; its receipt is outstanding"
        case .deferred: "tried, will be tried again at the recorded time"
        case .held: "stopped by an operator or after repeated crashes, or waits for a second person; does not expire"
        case .done: "receipt verified and stored, or handed over"
        case .failed: "refused for good or expired, with the reason"
        case .cancelled: "given up by a named operator, with the reason"
        case .corrupt: "a file is missing, torn or altered; the bytes as found"
        }
    }

    /// Who moves a message on from here.
    package var movedOnBy: String {
        switch self {
        case .incoming: "the writer, by one rename when every file is synced"
        case .ready: "delivery; an operator (hold, cancel)"
        case .inflight: "delivery, by the outcome; recovery"
        case .awaiting: "the receipt, or its time limit; an operator (retry, hold, cancel)"
        case .deferred: "the clock; an operator (retry, hold, cancel)"
        case .held: "an operator (release, cancel)"
        case .done: "retention"
        case .failed: "an operator (retry, cancel); never retention"
        case .cancelled: "retention, when a limit is set"
        case .corrupt: "an operator (release after repair, cancel)"
        }
    }

    /// What a crash leaves here, and what recovery at the next start makes of it.
    package var crashLeaves: String {
        switch self {
        case .incoming: "a leftover: finished when its record in `seen` is linked, removed when not; a living writer's is left alone"
        case .inflight:
            "back to `ready`, the attempt noted as unknown (the peer may see it twice); a recorded outcome is carried out instead"
        case .awaiting: "the same, the limit counted from the recorded time; a recorded outcome is carried out"
        case .ready, .deferred, .held, .done, .failed, .cancelled, .corrupt: "the same"
        }
    }

    /// The ten states as a Markdown table: state, meaning, moved on by, a crash here leaves. ARCHITECTURE.md contains exactly this text.
    package static var tableMarkdown: String {
        let rows = allCases.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.movedOnBy) | \($0.crashLeaves) |" }
        return (["| state | meaning | moved on by | a crash here leaves |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    /// Whether ``transitions`` knows a way from this state to `target`.
    package func leads(to target: SpoolState) -> Bool { Self.transitions.contains { $0.from == self && $0.to == target } }

    /// The place of this state's folder in the spool's list of open folders.
    var position: Int {
        switch self {
        case .incoming: 0
        case .ready: 1
        case .inflight: 2
        case .awaiting: 3
        case .deferred: 4
        case .held: 5
        case .done: 6
        case .failed: 7
        case .cancelled: 8
        case .corrupt: 9
        }
    }
}
