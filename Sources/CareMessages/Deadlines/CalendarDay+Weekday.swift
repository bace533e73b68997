/// The days of the week, with the numbers of ISO 8601.
package enum Weekday: Int, CaseIterable, Sendable {
    /// Måndag, and so on.
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension CalendarDay {
    /// The day of the week.
    package var weekday: Weekday {
        // 1970-01-01 was a Thursday. The remainder of a negative number is negative in Swift.
        let sinceMonday = ((daysSince1970 + 3) % 7 + 7) % 7
        return Weekday(rawValue: sinceMonday + 1) ?? .monday
    }

    /// This day if it is such a day of the week, else the next one that is.
    func onOrAfter(_ wanted: Weekday) -> CalendarDay { adding(days: (wanted.rawValue - weekday.rawValue + 7) % 7) }
}
