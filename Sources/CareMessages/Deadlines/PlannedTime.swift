import Foundation

/// A time that may be known only to the day: planned discharge, planned return home.
package enum PlannedTime: Equatable, Sendable {
    /// Only the day is known.
    case day(CalendarDay)
    /// The instant is known.
    case instant(Date)

    /// The day in Sweden.
    package var day: CalendarDay {
        switch self {
        case .day(let day): day
        case .instant(let instant): CalendarDay(instant)
        }
    }

    /// Whether it is surely earlier than `instant`: an instant before it, or a day before its day.
    package func isBefore(_ instant: Date) -> Bool {
        switch self {
        case .day(let day): day < CalendarDay(instant)
        case .instant(let planned): planned < instant
        }
    }
}
