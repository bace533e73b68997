import Foundation

/// When a time limit runs out: the law has limits by the second and limits by the day.
package enum DueTime: Sendable, Equatable {
    /// At this instant; the instant itself is in time.
    case instant(Date)
    /// When the day ends in Sweden; the midnight after it is too late.
    case endOf(CalendarDay)
    /// When the day begins in Sweden; its first instant is too late.
    case startOf(CalendarDay)

    /// The instant that divides in time from late.
    package var instant: Date {
        switch self {
        case .instant(let instant): instant
        case .endOf(let day): SwedishTime.start(of: day.adding(days: 1))
        case .startOf(let day): SwedishTime.start(of: day)
        }
    }

    /// Whether something that happens at `moment` is too late.
    package func isPassed(at moment: Date) -> Bool {
        switch self {
        case .instant(let instant): moment > instant
        case .endOf, .startOf: moment >= instant
        }
    }
}
