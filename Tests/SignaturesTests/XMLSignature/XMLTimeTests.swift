import Foundation
import Signatures
import Testing

@Suite("Instants in XML")
struct XMLTimeTests {
    @Test(
        "Every zone and fraction is read as the same instant",
        arguments: [
            ("2026-11-22T12:01:00Z", 1_795_348_860.0), ("2026-11-22T13:01:00+01:00", 1_795_348_860),
            ("2026-11-22T07:31:00-04:30", 1_795_348_860),
            ("2026-11-22T12:01:00.5Z", 1_795_348_860.5), ("2024-02-29T00:00:00Z", 1_709_164_800), ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59Z", -1),
            ("2000-02-29T00:00:00Z", 951_782_400), ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("2026-11-22T12:01:00.123456789+00:00", 1_795_348_860.123456789),
        ])
    func instants(text: String, seconds: Double) throws {
        let instant = try #require(XMLTime.instant(text))
        #expect(abs(instant.timeIntervalSince1970 - seconds) < 0.000_001)
    }

    @Test(
        "Texts without zone, with days that do not exist or in other forms are no instants",
        arguments: [
            "2026-11-22T12:01:00", "2026-11-31T12:01:00Z", "2026-02-29T12:00:00Z", "1900-02-29T12:00:00Z", "2026-13-01T12:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T12:60:00Z", "2026-11-22T12:01:60Z", "2026-11-22 12:01:00Z", "20261122T120100Z", "2026-11-22T12:01:00.Z",
            "2026-11-22T12:01:00z", "2026-11-22T12:01:00+1:00", "2026-11-22T12:01:00+15:00", "2026-11-22T12:01:00+0100", "", "Z",
            "2026-11-22T12:01:00Z ", "-2026-11-22T12:01:00Z", "2026-00-22T12:01:00Z", "2026-11-00T12:01:00Z", "2026-11-22T12:01:00Zx",
        ])
    func refused(text: String) {
        #expect(XMLTime.instant(text) == nil)
    }

    @Test("Every day of eighty years is the instant Foundation writes")
    func everyDay() {
        for day in Swift.stride(from: -7300, to: 21_900, by: 1) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3723)
            #expect(XMLTime.instant(XMLTime.text(date)) == date)
        }
    }

    @Test("What is written is read back, in UTC with whole seconds")
    func roundTrip() {
        let date = Date(timeIntervalSince1970: 1_795_348_860.75)
        #expect(XMLTime.text(date) == "2026-11-22T12:01:00Z")
        #expect(XMLTime.instant(XMLTime.text(date)) == Date(timeIntervalSince1970: 1_795_348_860))
    }
}
