import Foundation
import Testing

@testable import Gateway

@Suite("When revocation data is fetched, and when a certificate's end is told")
struct RevocationScheduleTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func rest(_ left: TimeInterval, isAnswer: Bool = false, random: Double = 0) -> TimeInterval {
        RevocationSchedule.next(after: now, end: now.addingTimeInterval(left), isAnswer: isAnswer, random: random).timeIntervalSince(now)
    }

    @Test("A list is fetched again between half and three quarters of its life, at least every six hours, an answer every hour")
    func success() {
        #expect(rest(3_600) == 1_800 && rest(3_600, random: 0.999) > 2_690 && rest(3_600, random: 0.999) < 2_700)
        #expect(rest(7 * 86_400) == 6 * 3_600 && rest(7 * 86_400, isAnswer: true) == 3_600)
        #expect(rest(0) == 5 && rest(-60) == 5, "what has ended already is asked for again soon, and not at once")
    }

    @Test("Failures wait longer each time, up to half an hour and a quarter more")
    func failures() {
        let waits = (1...20).map { RevocationSchedule.next(afterFailures: $0, at: now, random: 0.5).timeIntervalSince(now) }
        #expect(waits.prefix(4) == [5, 10, 20, 40] && waits.last == 1_800 && waits == waits.sorted())
        #expect(RevocationSchedule.next(afterFailures: 50, at: now, random: 0.999).timeIntervalSince(now) < 2_250)
    }

    @Test("The end of a certificate is told once at each threshold, also when several were slept through")
    func expiry() {
        var told: Int?
        var all: [(Int, Int)] = []
        for day in stride(from: 70.0, through: -2, by: -0.5) {
            guard let due = ExpiryAlarms.due(now.addingTimeInterval(day * 86_400), told: told, at: now) else { continue }
            told = due
            all.append((due, Int(day)))
        }
        #expect(all.map(\.0) == [60, 30, 14, 7, 1, 0] && all.map(\.1) == [60, 30, 14, 7, 1, 0])
        #expect(ExpiryAlarms.due(now.addingTimeInterval(5 * 86_400), told: 60, at: now) == 7)
        #expect(ExpiryAlarms.due(now.addingTimeInterval(61 * 86_400), told: nil, at: now) == nil)
    }

    @Test("The words of the other environment are found as words, not as letters")
    func environments() {
        #expect(TrustEnvironment.prod.foreignWord(in: "TEST SITHS e-id Root CA v2") == "TEST")
        #expect(TrustEnvironment.prod.foreignWord(in: "Accesspunkt CA-SDK-QA") == "QA")
        #expect(TrustEnvironment.prod.foreignWord(in: "SITHS e-id Root CA v2") == nil)
        #expect(TrustEnvironment.prod.foreignWord(in: "Attestation Prodigy CA") == nil)
        #expect(TrustEnvironment.test.foreignWord(in: "Rot CA eDelivery Accesspunkt-PROD") == "PROD")
        #expect(TrustEnvironment.test.foreignWord(in: "TEST SITHS e-id Root CA v2") == nil)
    }
}
