import Foundation
import Testing

@testable import Spooling

@Suite struct SpoolTimeTests {
    @Test(
        "Instants are written as RFC 3339 UTC with milliseconds",
        arguments: [
            (0.0, "1970-01-01T00:00:00.000Z"), (951_782_400.0, "2000-02-29T00:00:00.000Z"), (1_772_366_400.5, "2026-03-01T12:00:00.500Z"),
            (-0.001, "1969-12-31T23:59:59.999Z"), (4_107_542_399.9994, "2100-02-28T23:59:59.999Z"),
            (-2_208_988_800, "1900-01-01T00:00:00.000Z"),
        ])
    func written(seconds: Double, text: String) {
        #expect(SpoolTime.text(Date(timeIntervalSince1970: seconds)) == text)
        #expect(SpoolTime.date(text) == Date(timeIntervalSince1970: seconds).onMillisecond)
    }

    @Test("Random instants agree with Foundation and read back equal")
    func roundTrip() throws {
        var random = SeededRandom(4)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for _ in 0..<5_000 {
            let date = Date(timeIntervalSince1970: Double.random(in: -3e9..<9e9, using: &random)).onMillisecond
            let text = SpoolTime.text(date)
            #expect(SpoolTime.date(text) == date)
            #expect(abs(try style.parse(text).timeIntervalSince(date)) < 0.001)
        }
    }

    @Test(
        "Other forms are refused",
        arguments: [
            "2026-03-01T12:00:00Z", "2026-02-30T12:00:00.000Z", "2026-03-01 12:00:00.000Z", "2026-03-01T24:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-03-01T12:00:00.000+", "+026-03-01T12:00:00.000Z", "2026-03-01T12:60:00.000Z", "",
        ])
    func refused(text: String) { #expect(SpoolTime.date(text) == nil) }
}
