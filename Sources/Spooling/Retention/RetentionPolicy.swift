import FoundationEssentials

/// Decides what may be forgotten, and when. Pure: reads no clock and touches no disk.
package struct RetentionPolicy: Sendable, Equatable {
    /// How long a finished message is kept after its last record; nil keeps it for good.
    package let doneAge: Duration?
    /// How long a cancelled message is kept; nil, the default, keeps it for good.
    package let cancelledAge: Duration?
    /// How long a duplicate record is kept after the reception.
    package let seenAge: Duration

    /// A policy. `seenAge` is raised to twice `retryHorizon`: the longest time over which a partner may send the same message again.
    package init(doneAge: Duration?, cancelledAge: Duration? = nil, seenAge: Duration = .zero, retryHorizon: Duration) {
        self.doneAge = doneAge
        self.cancelledAge = cancelledAge
        self.seenAge = max(seenAge, retryHorizon * 2)
    }

    /// How much longer a record is kept than its message could be taken again: what a clock may be wrong by when a purge believes it
    /// (``PurgeClock``).
    package static let margin = Duration.seconds(8 * 86_400)

    /// The greatest age of a message, by its sender's clock, at which its duplicate record is certain to be there still; the sender's
    /// clock may have been ahead by `skew` when it was received. Nothing older may be taken as new.
    package func acceptedAge(skew: Duration) -> Duration { seenAge - skew - Self.margin }

    /// Whether a message may be removed. Never one that failed, is held, is corrupt or is still on its way.
    package func removes(_ state: SpoolState, lastChange: Date, now: Date) -> Bool {
        switch state {
        case .done: isOver(doneAge, since: lastChange, now)
        case .cancelled: isOver(cancelledAge, since: lastChange, now)
        case .incoming, .ready, .inflight, .awaiting, .deferred, .held, .failed, .corrupt: false
        }
    }

    /// Whether a duplicate record may be removed: it is old enough and its message is no longer in the spool.
    package func removesSeen(receivedAt: Date, isMessageStored: Bool, now: Date) -> Bool {
        !isMessageStored && isOver(seenAge, since: receivedAt, now)
    }

    private func isOver(_ age: Duration?, since start: Date, _ now: Date) -> Bool {
        guard let age else { return false }
        return now.timeIntervalSince(start) >= age.inSeconds
    }
}

/// What a purge removed.
package struct PurgeReport: Sendable, Equatable {
    /// Messages removed.
    package var messages: [MessageID] = []
    /// Duplicate records removed.
    package var seen = 0

    /// Nothing removed.
    package init() {}
}
