import Foundation

/// A time that may be known only to the day: planned discharge, planned return home.
package enum PlannedTime: Equatable, Sendable {
    /// Only the day is known.
    case day(CalendarDay)
    /// The instant is known.
    case instant(Date)

    /// Reads a day or an instant, as messages write them.
    package init?(_ text: String) {
        if let day = CalendarDay(text) {
            self = .day(day)
        } else if let instant = InstantText.parse(text) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    /// As messages write it.
    package var text: String {
        switch self {
        case .day(let day): day.text
        case .instant(let instant): InstantText.exactText(instant)
        }
    }

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
