import FoundationEssentials

/// Decides when a message is tried again and when it is given up. Pure: reads no clock and draws no random number.
///
/// The delay after the n-th failed attempt is `min(firstDelay × factor^(n−1), longestDelay)`, spread by ± `jitter`. With `standard`
/// (1 min, doubled, at most 1 h, ± 10 %, 48 h):
///
/// | failed attempts | 1 | 2 | 3 | 4 | 5 | 6 | 7 and more |
/// |---|---|---|---|---|---|---|---|
/// | delay, minutes | 1 | 2 | 4 | 8 | 16 | 32 | 60 |
/// | tried for, before it | 0 | 1 min | 3 min | 7 min | 15 min | 31 min | 1 h 3 min … |
package struct RetrySchedule: Sendable, Equatable, Codable {
    /// What follows a failed attempt.
    package enum Decision: Sendable, Equatable {
        /// Try again after this span.
        case retry(after: Duration)
        /// Give up: the message goes to `failed` and its sender is told.
        case expire
    }

    /// Why a schedule cannot be used.
    package enum Fault: String, Sendable, CaseIterable {
        case delayNotPositive, longestBelowFirst, factorOutOfRange, jitterOutOfRange, neverExpires, limitNotPositive
    }

    /// The delay after the first failed attempt.
    package var firstDelay: Duration
    /// What the delay is multiplied by each time; 1 keeps it constant, 100 is the most.
    package var factor: Int
    /// The ceiling of the delay, before jitter.
    package var longestDelay: Duration
    /// The greatest deviation from the delay, as a fraction of it: 0 … 0.5.
    package var jitter: Double
    /// Give up when the message has been tried for this long; nil: no limit by age.
    package var expiryAge: Duration?
    /// Give up after this many attempts, the first included; nil: no limit by number.
    package var maximumAttempts: Int?

    /// A schedule that doubles, with 10 % jitter and no end: set ``expiryAge`` or ``maximumAttempts``.
    package init(firstDelay: Duration, longestDelay: Duration) {
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        factor = 2
        jitter = 0.1
    }

    /// 1 min, doubled up to 1 h, ± 10 %, for 48 h.
    package static let standard: RetrySchedule = {
        var schedule = RetrySchedule(firstDelay: .seconds(60), longestDelay: .seconds(3_600))
        schedule.expiryAge = .seconds(48 * 3_600)
        return schedule
    }()

    /// Säker digital kommunikation: four resends, 12 min apart, then it is given up (`12;4;CONSTANT`).
    package static let sdk: RetrySchedule = {
        var schedule = RetrySchedule(firstDelay: .seconds(720), longestDelay: .seconds(720))
        (schedule.factor, schedule.jitter, schedule.maximumAttempts) = (1, 0, 5)
        return schedule
    }()

    /// What is wrong with the values, for the check of a configuration; empty when the schedule can be used.
    package var faults: [Fault] {
        var faults: [Fault] = []
        if firstDelay <= .zero { faults.append(.delayNotPositive) }
        if longestDelay < firstDelay { faults.append(.longestBelowFirst) }
        if !(1...100).contains(factor) { faults.append(.factorOutOfRange) }
        if !(0...0.5).contains(jitter) { faults.append(.jitterOutOfRange) }
        if expiryAge == nil, maximumAttempts == nil { faults.append(.neverExpires) }
        if (expiryAge ?? .seconds(1)) <= .zero || (maximumAttempts ?? 1) < 1 { faults.append(.limitNotPositive) }
        return faults
    }

    /// What follows the `failedAttempts`-th failed attempt of a message tried for `age` so far. `random` (0 ..< 1) places the delay in its
    /// jitter: 0 earliest, 0.5 the delay itself.
    ///
    /// - Precondition: `failedAttempts >= 1`; a message nobody has tried has no retry to plan.
    package func decision(failedAttempts: Int, age: Duration, random: Double) -> Decision {
        precondition(failedAttempts >= 1, "no failed attempt to follow: \(failedAttempts)")
        if let maximumAttempts, failedAttempts >= maximumAttempts { return .expire }
        if let expiryAge, age >= expiryAge { return .expire }
        return .retry(after: delay(failedAttempts) * (1 + jitter * (2 * random - 1)))
    }

    /// The longest span from the first attempt to the last: how long a partner may see the same message again.
    package var horizon: Duration {
        let late = 1 + jitter
        let byAge = expiryAge.map { $0 + longestDelay * late }
        guard let maximumAttempts else { return byAge ?? .seconds(366 * 86_400) }
        var sum = Duration.zero
        for failed in 1..<max(maximumAttempts, 1) {
            sum += delay(failed) * late
            if let byAge, sum >= byAge { return byAge }
            if failed > 100_000 { break }
        }
        return sum
    }

    /// The instant a recorded next try is due: never later than a whole delay from now, so that a clock set back does not strand a message.
    package func due(_ recorded: Date, now: Date) -> Date { min(recorded, now.later(longestDelay * (1 + jitter))) }

    private func delay(_ failedAttempts: Int) -> Duration {
        var delay = min(firstDelay, longestDelay)
        var left = failedAttempts - 1
        // Ends after as many doublings as fit between the two delays, however many attempts there were.
        while left > 0, delay < longestDelay, factor > 1 {
            delay = min(delay * factor, longestDelay)
            left -= 1
        }
        return delay
    }
}
