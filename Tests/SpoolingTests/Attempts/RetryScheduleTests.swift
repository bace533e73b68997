import Foundation
import Spooling
import Testing

@Suite struct RetryScheduleTests {
    private func delays(_ schedule: RetrySchedule, _ count: Int, random: Double = 0.5) -> [Double] {
        (1...count).compactMap {
            guard case .retry(let delay) = schedule.decision(failedAttempts: $0, age: .zero, random: random) else { return nil }
            return delay.inSeconds
        }
    }

    @Test("The standard schedule doubles from one minute to one hour, as its table says")
    func standard() {
        #expect(delays(.standard, 9) == [60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600])
        #expect(RetrySchedule.standard.faults.isEmpty)
    }

    @Test("Jitter spreads a delay by its fraction to both sides", arguments: [(0.0, 54.0), (0.25, 57.0), (0.5, 60.0), (0.999_999, 66.0)])
    func jitter(random: Double, seconds: Double) {
        #expect(abs(delays(.standard, 1, random: random)[0] - seconds) < 0.001)
    }

    @Test("Age ends the standard schedule at 48 h and not a second before")
    func expiry() {
        let schedule = RetrySchedule.standard
        #expect(schedule.decision(failedAttempts: 50, age: .seconds(48 * 3_600), random: 0.5) == .expire)
        #expect(schedule.decision(failedAttempts: 50, age: .seconds(48 * 3_600 - 1), random: 0.5) == .retry(after: .seconds(3_600)))
    }

    @Test("SDK: four resends, twelve minutes apart")
    func sdk() {
        #expect(delays(.sdk, 10) == [720, 720, 720, 720])
        #expect(RetrySchedule.sdk.decision(failedAttempts: 5, age: .zero, random: 0) == .expire)
        #expect(RetrySchedule.sdk.horizon == .seconds(4 * 720) && RetrySchedule.sdk.faults.isEmpty)
    }

    @Test("A great number of attempts does not overflow")
    func many() {
        #expect(RetrySchedule.standard.decision(failedAttempts: .max, age: .zero, random: 0.5) == .retry(after: .seconds(3_600)))
        var schedule = RetrySchedule.standard
        schedule.maximumAttempts = .max
        #expect(schedule.horizon.inSeconds >= 48 * 3_600 && schedule.horizon.inSeconds < 50 * 3_600)
    }

    @Test("Each contradiction is named", arguments: RetrySchedule.Fault.allCases)
    func faults(fault: RetrySchedule.Fault) {
        var schedule = RetrySchedule.standard
        switch fault {
        case .delayNotPositive: schedule.firstDelay = .zero
        case .longestBelowFirst: schedule.longestDelay = .seconds(1)
        case .factorOutOfRange: schedule.factor = 0
        case .jitterOutOfRange: schedule.jitter = 0.6
        case .neverExpires: schedule.expiryAge = nil
        case .limitNotPositive: schedule.maximumAttempts = 0
        }
        #expect(schedule.faults == [fault])
    }

    @Test("A schedule reads back from JSON with seconds")
    func codable() throws {
        for schedule in [RetrySchedule.standard, .sdk] {
            let json = try JSONEncoder().encode(schedule)
            #expect(try JSONDecoder().decode(RetrySchedule.self, from: json) == schedule)
        }
        let text = #"{"first_delay_seconds":5,"longest_delay_seconds":10,"maximum_attempts":3}"#
        let read = try JSONDecoder().decode(RetrySchedule.self, from: Data(text.utf8))
        #expect(delays(read, 5) == [5, 10] && read.jitter == 0.1)
    }

    @Test("A clock set back does not strand a message, a clock set forward makes it due")
    func due() {
        let schedule = RetrySchedule.standard
        let recorded = Sample.noon.addingTimeInterval(3_600)
        #expect(schedule.due(recorded, now: Sample.noon) == recorded)
        #expect(schedule.due(recorded, now: Sample.noon.addingTimeInterval(-400 * 86_400)) < Sample.noon)
        #expect(schedule.due(recorded, now: Sample.noon.addingTimeInterval(400 * 86_400)) == recorded)
    }
}
