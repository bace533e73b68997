import Foundation
import Spooling
import Testing

@Suite("Whether a purge may believe the clock")
struct PurgeClockTests {
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)
    private static let hour = 3_600.0
    private static let day = 86_400.0

    /// `believed` or `doubted` after so many seconds on the wall and of a steady clock.
    private func word(_ clock: inout PurgeClock, wall: Double, steady: Double) -> String {
        switch clock.judge(Self.start.addingTimeInterval(wall), steady: .seconds(steady)) {
        case .believed: "believed"
        case .doubted: "doubted"
        }
    }

    /// Days on the wall after one of a steady clock.
    private static let days: [(Double, String)] = [
        (1, "believed"), (0, "believed"), (-400, "believed"), (0.04, "believed"), (1.04, "believed"), (1.05, "doubted"), (365, "doubted"),
    ]

    @Test("Within one run a time counts when it fits a steady clock to the hour", arguments: days)
    func sameRun(_ days: Double, _ expected: String) {
        var clock = PurgeClock(believed: nil)
        #expect(word(&clock, wall: 0, steady: 77) == "believed")
        #expect(word(&clock, wall: days * Self.day, steady: 77 + Self.day) == expected)
    }

    private static let stops: [(Double, String)] = [(6.9, "believed"), (7.1, "doubted"), (-30, "believed"), (3_650, "doubted")]

    @Test("Over a stop a week needs no explanation", arguments: stops)
    func restart(_ days: Double, _ expected: String) {
        var clock = PurgeClock(believed: Self.start)
        #expect(word(&clock, wall: days * Self.day, steady: 5) == expected)
    }

    @Test("A leap is believed when it has stood for three days, and not when it goes on leaping")
    func stands() {
        var clock = PurgeClock(believed: Self.start)
        let leap = 400 * Self.day
        for step in 0..<3 { #expect(word(&clock, wall: leap + Double(step) * Self.day, steady: Double(step) * Self.day) == "doubted") }
        #expect(clock.believed == Self.start)
        #expect(word(&clock, wall: leap + 3 * Self.day, steady: 3 * Self.day) == "believed")
        #expect(clock.believed == Self.start.addingTimeInterval(leap + 3 * Self.day))

        var restless = PurgeClock(believed: Self.start)
        for step in 0..<10 { #expect(word(&restless, wall: leap * Double(step + 1), steady: Double(step) * Self.day) == "doubted") }
    }

    @Test("When the clock is set right again, all goes on at once as if nothing had been")
    func setRight() {
        var clock = PurgeClock(believed: nil)
        #expect(word(&clock, wall: 0, steady: 0) == "believed")
        #expect(word(&clock, wall: 400 * Self.day, steady: Self.day) == "doubted")
        #expect(word(&clock, wall: 2 * Self.day, steady: 2 * Self.day) == "believed")
        // Set back and right again.
        #expect(word(&clock, wall: -400 * Self.day, steady: 3 * Self.day) == "believed")
        #expect(clock.believed == Self.start.addingTimeInterval(2 * Self.day))
        #expect(word(&clock, wall: 4 * Self.day, steady: 4 * Self.day) == "believed")
    }

    @Test("Whatever the policy, no message is taken so late that its record may be gone", arguments: [60, 90, 3_650], [10, 300, 86_400])
    func noGap(_ days: Int, _ skew: Int) {
        let horizon = Duration.seconds(30 * 86_400)
        let policy = RetentionPolicy(
            doneAge: .seconds(days * 86_400), seenAge: .seconds(days * 86_400) + horizon * 2, retryHorizon: horizon)
        let skew = Duration.seconds(skew)
        let accepted = policy.acceptedAge(skew: skew)
        #expect(accepted > horizon, "a sender may try for so long")
        // Received at the start with a time that is ahead by the skew: the last instant at which it would be taken as new.
        let last = Self.start.addingTimeInterval(Double((skew + accepted).components.seconds))
        let wrong = 7 * Self.day + Self.hour
        #expect(!policy.removesSeen(receivedAt: Self.start, isMessageStored: false, now: last.addingTimeInterval(wrong)))
    }
}
