import CareMessages
import Foundation
import Testing

@Suite("Days and instants")
struct TimeTests {
    @Test("Swedish time is known on this machine")
    func zone() {
        #expect(SwedishTime.zone.identifier == "Europe/Stockholm")
    }

    @Test("Days count the same forwards and backwards over four centuries")
    func dayNumbers() throws {
        var day = try #require(CalendarDay(year: 1800, month: 1, day: 1))
        let first = day.daysSince1970
        for count in 0..<146_097 {
            guard day.daysSince1970 == first + count, CalendarDay(day.text) == day else {
                Issue.record("\(day.text)")
                return
            }
            day = day.adding(days: 1)
        }
        #expect(day.text == "2200-01-01")
        #expect(CalendarDay(daysSince1970: 0).text == "1970-01-01")
    }

    @Test(
        "Days that do not exist are refused",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01", "20260101", "+026-01-01",
            "0000-01-01",
        ])
    func noDay(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test("The day changes at midnight in Sweden, summer and winter")
    func midnight() throws {
        for (instant, day) in [
            ("2026-07-01T21:59:59Z", "2026-07-01"), ("2026-07-01T22:00:00Z", "2026-07-02"), ("2026-01-01T22:59:59Z", "2026-01-01"),
            ("2026-01-01T23:00:00Z", "2026-01-02"),
        ] { #expect(CalendarDay(try #require(InstantText.parse(instant))).text == day) }
    }

    @Test(
        "Age changes on the birthday; on 28 February for who is born on the 29th",
        arguments: [
            ("2008-09-18", "2026-09-17", 17), ("2008-09-18", "2026-09-18", 18), ("2008-02-29", "2026-02-27", 17),
            ("2008-02-29", "2026-02-28", 18),
            ("2008-02-29", "2028-02-28", 19), ("2008-02-29", "2028-02-29", 20), ("2026-01-01", "2026-01-01", 0),
        ])
    func age(_ born: String, _ day: String, _ expected: Int) throws {
        #expect(try #require(CalendarDay(born)).age(on: #require(CalendarDay(day))) == expected)
    }

    @Test(
        "Instants are written in Swedish time and read back",
        arguments: [
            "2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00",
            "1969-12-31T23:59:59+01:00",
        ])
    func roundTrip(_ text: String) throws {
        #expect(InstantText.text(try #require(InstantText.parse(text))) == text)
    }

    @Test("Offsets and fractions are honoured")
    func offsets() throws {
        #expect(InstantText.parse("1970-01-01T00:00:00Z")?.timeIntervalSince1970 == 0)
        #expect(InstantText.parse("1970-01-01T02:30:00.5+02:30")?.timeIntervalSince1970 == 0.5)
        #expect(InstantText.parse("1969-12-31T19:00:00-05:00")?.timeIntervalSince1970 == 0)
    }

    @Test(
        "Anything but a full instant is refused",
        arguments: [
            "2026-01-01", "2026-01-01T10:00:00", "2026-01-01T10:00Z", "2026-01-01 10:00:00Z", "2026-01-01T24:00:00Z",
            "2026-01-01T10:60:00Z", "2026-01-01T10:00:60Z",
            "2026-02-30T10:00:00Z", "2026-01-01T10:00:00.Z", "2026-01-01T10:00:00.1234567Z", "2026-01-01T10:00:00+15:00",
            "2026-01-01T10:00:00+0200", "2026-01-01T10:00:00z", "",
        ])
    func noInstant(_ text: String) {
        #expect(InstantText.parse(text) == nil)
    }
}
