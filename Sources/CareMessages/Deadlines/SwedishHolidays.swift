/// Public holidays of Sweden by rule (lag 1989:253 om allmänna helgdagar). Right for years from 1990.
package struct SwedishHolidays: Sendable, Equatable {
    /// Whether midsommarafton, julafton and nyårsafton count as well: no holidays by lag (1989:253), but no working days by lag (1930:173)
    /// 2 § and most agreements.
    package var includesEves: Bool

    /// Makes the rule.
    package init(includesEves: Bool) { self.includesEves = includesEves }

    /// Whether the day is red in the almanac: a Sunday, a holiday, or an eve when those count.
    package func isRed(_ day: CalendarDay) -> Bool { day.weekday == .sunday || days(in: day.year).contains(day) }

    /// Whether the day is Monday to Friday and not red.
    package func isWorkingDay(_ day: CalendarDay) -> Bool { day.weekday.rawValue <= Weekday.friday.rawValue && !isRed(day) }

    /// The day that is so many working days after `day`; `day` itself is not counted. Zero or fewer give `day`.
    package func adding(workingDays count: Int, to day: CalendarDay) -> CalendarDay {
        var day = day
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The holidays of a year in order, without the other Sundays.
    package func days(in year: Int) -> [CalendarDay] {
        let easter = Self.easter(in: year)
        var days = [(1, 1), (1, 6), (5, 1), (12, 25), (12, 26)].compactMap { CalendarDay(year: year, month: $0.0, day: $0.1) }
        days += [-2, 0, 1, 39, 49].map { easter.adding(days: $0) }
        // Lag (2004:1320): from 2005 nationaldagen is a holiday in the place of annandag pingst.
        days.append(year >= 2005 ? Self.day(year, 6, 6) : easter.adding(days: 50))
        let midsummer = Self.day(year, 6, 20).onOrAfter(.saturday)
        days += [midsummer, Self.day(year, 10, 31).onOrAfter(.saturday)]
        if includesEves { days += [midsummer.adding(days: -1), Self.day(year, 12, 24), Self.day(year, 12, 31)] }
        return days.sorted()
    }

    /// Påskdagen by the Gregorian reckoning (the algorithm of Meeus, Jones and Butcher).
    static func easter(in year: Int) -> CalendarDay {
        let golden = year % 19
        let century = year / 100
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let shift = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
        let late = (golden + 11 * epact + 22 * shift) / 451
        return day(year, 3, 22).adding(days: epact + shift - 7 * late)
    }

    /// A day that every year from 1 to 9999 has.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? CalendarDay(daysSince1970: 0)
    }
}
