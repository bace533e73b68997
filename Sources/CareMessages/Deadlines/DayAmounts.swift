/// The amounts for a day of care (lag 2017:612, 5 kap. 6 §; 4 kap. 5 § by agreement), dated, from configuration. Never in code: Socialstyrelsen
/// sets them anew each year.
package struct DayAmounts: Sendable, Equatable {
    /// An amount and the days it holds for.
    package struct Entry: Sendable, Equatable {
        /// First day.
        package let first: CalendarDay
        /// Last day.
        package let last: CalendarDay
        /// Whole kronor for one day.
        package let kronor: Int

        /// Makes an entry.
        package init(first: CalendarDay, last: CalendarDay, kronor: Int) {
            self.first = first
            self.last = last
            self.kronor = kronor
        }
    }

    private let entries: [Entry]

    /// No amount is known: no kronor are ever stated.
    package static let none = DayAmounts()

    private init() { entries = [] }

    /// `nil` when an entry ends before it begins, states fewer than 1 or more than 1 000 000 kronor, or overlaps another.
    package init?(_ entries: [Entry]) {
        let sorted = entries.sorted { $0.first < $1.first }
        guard sorted.allSatisfy({ $0.first <= $0.last && (1...1_000_000).contains($0.kronor) }),
            zip(sorted, sorted.dropFirst()).allSatisfy({ $0.last < $1.first })
        else { return nil }
        self.entries = sorted
    }

    /// Amounts of whole calendar years. `nil` for a year outside 1–9999, or an amount that ``init(_:)`` refuses.
    package init?(years: [Int: Int]) {
        var entries: [Entry] = []
        for (year, kronor) in years {
            guard let first = CalendarDay(year: year, month: 1, day: 1), let last = CalendarDay(year: year, month: 12, day: 31) else {
                return nil
            }
            entries.append(Entry(first: first, last: last, kronor: kronor))
        }
        self.init(entries)
    }

    /// The amount of one day; `nil` when none is configured.
    package func amount(on day: CalendarDay) -> Int? { entries.first { $0.first <= day && day <= $0.last }?.kronor }

    /// The sum for the days from `first` up to, not including, `end`, each with the amount of its own date. `nil` when any of them has none,
    /// and when no amount is configured for `first` though there are no days yet.
    package func sum(from first: CalendarDay, before end: CalendarDay) -> Int? {
        let wanted = max(0, end.daysSince1970 - first.daysSince1970)
        guard wanted > 0 else { return amount(on: first).map { _ in 0 } }
        var days = 0
        var kronor = 0
        for entry in entries {
            let from = max(entry.first, first)
            let until = min(entry.last.adding(days: 1), end)
            let count = max(0, until.daysSince1970 - from.daysSince1970)
            days += count
            kronor += count * entry.kronor
        }
        return days == wanted ? kronor : nil
    }
}
