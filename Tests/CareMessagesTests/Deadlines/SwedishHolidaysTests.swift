import CareMessages
import Testing

@Suite("Swedish public holidays")
struct SwedishHolidaysTests {
    /// From almanacs: long Friday, Easter Monday, Ascension Day, Whitsun, midsummer, All Saints' Day.
    static let movable: [Int: [String]] = [
        2024: ["03-29", "04-01", "05-09", "05-19", "06-22", "11-02"], 2025: ["04-18", "04-21", "05-29", "06-08", "06-21", "11-01"],
        2026: ["04-03", "04-06", "05-14", "05-24", "06-20", "10-31"], 2027: ["03-26", "03-29", "05-06", "05-16", "06-26", "11-06"],
        2028: ["04-14", "04-17", "05-25", "06-04", "06-24", "11-04"], 2029: ["03-30", "04-02", "05-10", "05-20", "06-23", "11-03"],
        2030: ["04-19", "04-22", "05-30", "06-09", "06-22", "11-02"], 2031: ["04-11", "04-14", "05-22", "06-01", "06-21", "11-01"],
        2032: ["03-26", "03-29", "05-06", "05-16", "06-26", "11-06"], 2033: ["04-15", "04-18", "05-26", "06-05", "06-25", "11-05"],
    ]
    static let easter = [
        2024: "03-31", 2025: "04-20", 2026: "04-05", 2027: "03-28", 2028: "04-16", 2029: "04-01", 2030: "04-21", 2031: "04-13",
        2032: "03-28", 2033: "04-17",
    ]
    static let fixed = ["01-01", "01-06", "05-01", "06-06", "12-25", "12-26"]

    @Test("Ten years are as the almanac has them", arguments: movable.keys.sorted())
    func almanac(_ year: Int) throws {
        let expected = (try #require(Self.movable[year]) + Self.fixed + [try #require(Self.easter[year])]).map { "\(year)-\($0)" }.sorted()
        #expect(SwedishHolidays(includesEves: false).days(in: year).map(\.text) == expected)
    }

    @Test("The eves are three more days when they count", arguments: movable.keys.sorted())
    func eves(_ year: Int) throws {
        let midsummer = Told.day("\(year)-" + (try #require(Self.movable[year]))[4])
        let more = Set(SwedishHolidays(includesEves: true).days(in: year)).subtracting(SwedishHolidays(includesEves: false).days(in: year))
        #expect(more.sorted().map(\.text) == [midsummer.adding(days: -1).text, "\(year)-12-24", "\(year)-12-31"])
    }

    @Test("Easter is right where the reckoning is hard", arguments: ["1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2038-04-25"])
    func hardEasters(_ text: String) {
        let easter = Told.day(text)
        let days = SwedishHolidays(includesEves: false).days(in: easter.year)
        #expect(days.contains(easter))
        #expect(days.contains(easter.adding(days: -2)))
    }

    @Test("The Monday of Whitsun was a holiday until 2004, the national day is from 2005")
    func exchange() {
        let holidays = SwedishHolidays(includesEves: false)
        #expect(holidays.isRed(Told.day("2004-05-31")))
        #expect(!holidays.isWorkingDay(Told.day("2004-06-06")))  // A Sunday.
        #expect(!holidays.isRed(Told.day("2003-06-06")))
        #expect(!holidays.isRed(Told.day("2005-05-16")))
        #expect(holidays.isRed(Told.day("2005-06-06")))
    }

    @Test(
        "Red and working days are told apart",
        arguments: [
            ("2026-09-18", false, true), ("2026-09-19", false, false), ("2026-09-20", true, false), ("2026-06-19", true, false),
            ("2026-04-02", false, true), ("2026-01-05", false, true), ("2026-12-31", true, false), ("2026-05-14", true, false),
        ])
    func kinds(_ text: String, _ isRed: Bool, _ isWorking: Bool) {
        let holidays = SwedishHolidays(includesEves: true)
        #expect(holidays.isRed(Told.day(text)) == isRed)
        #expect(holidays.isWorkingDay(Told.day(text)) == isWorking)
    }
}
