import CareMessages
import Documents
import Testing

@Suite("Numbers as people write them")
struct WrittenFormTests {
    private func digits(_ text: String, on day: String) throws -> String {
        try Personnummer(parsing: text, today: #require(CalendarDay(day))).digits
    }

    @Test(
        "A hyphen means under 100 this year, a plus the year one turns 100 and later",
        arguments: [
            ("121212+1212", "2012-01-01", "191212121212"), ("121212+1212", "2026-09-14", "191212121212"),
            ("120315-9809", "2026-09-14", "201203159809"), ("120315-9809", "2012-03-15", "201203159809"),
            ("121212-1212", "2011-12-31", "191212121212"), ("19121212-1212", "2026-09-14", "191212121212"),
        ])
    func marks(_ text: String, _ day: String, _ expected: String) throws {
        #expect(try digits(text, on: day) == expected)
    }

    @Test(
        "Ten digits alone are read only where one century is possible",
        arguments: [
            // In 2011 nobody is born in 2012 yet; from 2033 on nobody born in 1912 is taken to live.
            ("1212121212", "2011-06-01", "191212121212"), ("1212121212", "2012-12-11", "191212121212"),
            ("1203159809", "2033-01-01", "201203159809"),
        ])
    func bare(_ text: String, _ day: String, _ expected: String) throws {
        #expect(try digits(text, on: day) == expected)
    }

    @Test(
        "A century that does not follow is refused",
        arguments: [
            ("1203159809", "2026-09-14"), ("1212121212", "2012-12-12"), ("1212121212", "2032-12-31"),
            // Not born yet, and turning 100 this year would demand a plus.
            ("121212-1212", "2012-12-11"),
            // Older than anybody.
            ("121212+1212", "2033-01-01"),
        ])
    func ambiguous(_ text: String, _ day: String) throws {
        #expect(throws: Refusal(IdentityCode.century)) { try digits(text, on: day) }
    }

    @Test("Twelve digits take no plus")
    func fullWithPlus() {
        #expect(throws: Refusal(IdentityCode.form)) { try digits("19121212+1212", on: "2026-09-14") }
    }

    @Test("A day at most 31 days from the birth date is nearby, also in another month; further away it is not")
    func nearbyDay() throws {
        let identity = PatientIdentity(system: Personnummer.oid, value: "201203159809")
        let agreements = try ["2012-03-15", "2012-03-31", "2012-02-13", "2012-04-15", "2012-02-12", "2012-04-16", "2011-03-15"].map {
            try identity.agreement(with: #require(CalendarDay($0)))
        }
        #expect(agreements == [.same, .nearbyDay, .nearbyDay, .nearbyDay, .different, .different, .different])
        let reserve = PatientIdentity(system: NationelltReservnummer.oid, value: "22950606-FH20")
        #expect(try reserve.agreement(with: #require(CalendarDay("1995-06-06"))) == nil)
    }
}
