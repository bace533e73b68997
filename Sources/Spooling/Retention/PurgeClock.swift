import FoundationEssentials

/// Tells whether a purge may believe the clock. Pure: reads no clock.
///
/// A clock that goes forward by a year makes everything old at once, and what a purge removes does not come back when the clock is set right.
/// So a time counts only when it fits the one before it: within an hour of what a steady clock says, or, after a restart, within a
/// week. A greater leap must stand for three days of running; until then nothing is removed.
package struct PurgeClock: Sendable, Equatable {
    /// What to do about a purge that is due.
    package enum Verdict: Sendable, Equatable {
        /// Go on, with the time as it is.
        case believed
        /// Remove nothing: the clock is ahead by so much of what can be explained.
        case doubted(ahead: Duration)
    }

    /// Of two clocks in one process: more than drift and leap seconds.
    static let tolerance = Duration.seconds(3_600)
    /// How long the service may have been stopped without a question.
    static let longestStop = Duration.seconds(7 * 86_400)
    /// How long a leap must stand.
    static let patience = Duration.seconds(3 * 86_400)

    /// Two clocks read at once.
    struct Reading: Sendable, Equatable {
        let wall: Date
        let steady: Duration
    }

    /// The latest time that was believed: what is to survive a restart. Nil before the first purge.
    package private(set) var believed: Date?
    private var reading: Reading?
    private var doubt: Reading?

    /// - Parameter believed: what an earlier run believed last.
    package init(believed: Date?) { self.believed = believed }

    /// Judges a time.
    ///
    /// - Parameter steady: a clock that nobody sets and that runs on while the machine sleeps; it need mean nothing across restarts.
    package mutating func judge(_ wall: Date, steady: Duration) -> Verdict {
        let now = Reading(wall: wall, steady: steady)
        let ahead = ahead(now)
        if ahead > .zero, !hasStood(now) {
            if doubt.map({ !Self.agree($0, now) }) ?? true { doubt = now }
            return .doubted(ahead: ahead)
        }
        doubt = nil
        // A clock set back removes nothing, and is no measure for the next.
        if believed.map({ wall >= $0 }) ?? true { (believed, reading) = (wall, now) }
        return .believed
    }

    /// How far the clock is ahead of what can be explained; zero or less when it is not.
    private func ahead(_ now: Reading) -> Duration {
        guard let believed else { return .zero }
        let passed = Duration.seconds(now.wall.timeIntervalSince(believed))
        return passed - (reading.map { now.steady - $0.steady + Self.tolerance } ?? Self.longestStop)
    }

    private func hasStood(_ now: Reading) -> Bool {
        doubt.map { Self.agree($0, now) && now.steady - $0.steady >= Self.patience } ?? false
    }

    private static func agree(_ before: Reading, _ now: Reading) -> Bool {
        let difference = Duration.seconds(now.wall.timeIntervalSince(before.wall)) - (now.steady - before.steady)
        return difference <= tolerance && difference >= .zero - tolerance
    }
}
