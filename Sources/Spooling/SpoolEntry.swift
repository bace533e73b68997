import FoundationEssentials

/// A message of the spool as one look found it: another process may have moved it since.
package struct SpoolEntry: Sendable, Equatable {
    /// The message's name.
    package let id: MessageID
    /// The state it lay in.
    package let state: SpoolState
    /// Its envelope, checked against its own checksum.
    package let envelope: Envelope
    /// What happened to it, oldest first; the first record tells how it came in.
    package let history: [HistoryRecord]

    /// An entry as the spool would return it; for tests of what is decided from one.
    package init(id: MessageID, state: SpoolState, envelope: Envelope, history: [HistoryRecord]) {
        self.id = id
        self.state = state
        self.envelope = envelope
        self.history = history
    }

    /// How many attempts were begun, those with an unknown outcome included.
    package var attempts: Int { history.compactMap(\.attempt).max() ?? 0 }
    /// The number of the attempt that is running, or would run next.
    package var currentAttempt: Int { lastStep?.event == .attempted ? attempts : attempts + 1 }
    /// When it is to be tried again; nil when nothing is planned.
    package var nextTryAt: Date? { lastStep?.nextTryAt }
    /// The newest record that tells where the message stands, and not what happened beside its way.
    package var lastStep: HistoryRecord? { history.newestStep }
    /// The reason given with the newest trouble or act.
    package var lastReason: String? { history.newestNote?.reason }
    /// The code given with the newest trouble or act.
    package var lastCode: String? { history.newestNote?.code }
    /// Attempts in a row, up to now, that ended with the daemon itself: the sign of a message that crashes it.
    package var unknownOutcomes: Int {
        history.reversed().lazy.filter { $0.event != .attempted }.prefix { $0.event == .recovered && $0.outcome == .unknown }.count
    }
    /// Whether the newest record tells of a move out of this state that a crash cut off before its rename.
    package var cutOffMove: SpoolState? {
        guard let last = lastStep, last.from == state, let to = last.to, state.leads(to: to) else { return nil }
        return to
    }
}

/// What a list needs of a message. Made from the envelope and the last records only; exists for corrupt entries too.
package struct SpoolSummary: Sendable, Equatable {
    /// The message's name.
    package let id: MessageID
    /// The state it lay in.
    package let state: SpoolState
    /// Its envelope; nil when that is what is corrupt.
    package let envelope: Envelope?
    /// The newest records, oldest first; for a corrupt entry the note of its quarantine.
    package let recent: [HistoryRecord]

    init(id: MessageID, state: SpoolState, envelope: Envelope?, recent: [HistoryRecord]) {
        (self.id, self.state, self.envelope, self.recent) = (id, state, envelope, recent)
    }

    /// The same of an entry that was read whole.
    package init(_ entry: SpoolEntry) {
        self.init(id: entry.id, state: entry.state, envelope: entry.envelope, recent: entry.history)
    }

    /// How many attempts were begun.
    package var attempts: Int { recent.compactMap(\.attempt).max() ?? 0 }
    /// When it is to be tried again; nil when nothing is planned.
    package var nextTryAt: Date? { recent.newestStep?.nextTryAt }
    /// What happened to it last.
    package var lastEvent: HistoryRecord.Event? { recent.newestStep?.event }
    /// The reason given with the newest trouble or act.
    package var lastReason: String? { recent.newestNote?.reason }
    /// The code given with the newest trouble or act.
    package var lastCode: String? { recent.newestNote?.code }
}

extension [HistoryRecord] {
    /// The newest record that says why: code and reason of different records are never put together. Who looked at it is no trouble.
    fileprivate var newestNote: HistoryRecord? { last { !$0.event.isAside && ($0.code != nil || $0.reason != nil) } }

    /// The newest record of the message's own way.
    fileprivate var newestStep: HistoryRecord? { last { !$0.event.isAside } }
}
