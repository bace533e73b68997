import CareMessages

/// The amounts for a day of care with where they are from (`day_amounts`). Without any no kronor are ever told.
package struct DayAmountSettings: Sendable, Equatable {
    /// No amount is configured.
    package static let none = DayAmountSettings(table: .none, origins: [])

    /// An entry's days and its source.
    struct Origin: Sendable, Equatable {
        let first: CalendarDay
        let last: CalendarDay
        let source: String
    }

    /// The amounts by day.
    package let table: DayAmounts
    private let origins: [Origin]

    init(table: DayAmounts, origins: [Origin]) {
        self.table = table
        self.origins = origins
    }

    /// Where the amounts for the days from `first` up to, not including, `end` are from, each source once; that of `first` when there are no
    /// days yet.
    package func sources(from first: CalendarDay, before end: CalendarDay) -> [String] {
        let last = max(first, end.adding(days: -1))
        var seen: Set<String> = []
        return origins.filter { $0.first <= last && first <= $0.last }.map(\.source).filter { seen.insert($0).inserted }
    }
}
