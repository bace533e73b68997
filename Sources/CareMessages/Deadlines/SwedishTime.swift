import Foundation

/// The law counts in Swedish civil time; instants are stored in UTC.
package enum SwedishTime {
    /// Europe/Stockholm. Without time zone data on the machine: the machine's own zone (the tests demand Stockholm).
    package static let zone = TimeZone(identifier: "Europe/Stockholm") ?? .current

    /// Seconds to add to UTC at an instant.
    package static func offset(at instant: Date) -> Int { zone.secondsFromGMT(for: instant) }

    /// The instant when a day begins in Sweden.
    package static func start(of day: CalendarDay) -> Date { instant(.midnight, on: day) }

    /// The instant of a time of day. Of an hour that autumn gives twice: the second one.
    package static func instant(_ time: TimeOfDay, on day: CalendarDay) -> Date {
        let naive = Double(day.daysSince1970 * 86_400 + time.seconds)
        // An hour before is on the right side of the change for every time but those of the change itself: clocks change at 01:00 UTC.
        return Date(timeIntervalSince1970: naive - Double(offset(at: Date(timeIntervalSince1970: naive - 3_600))))
    }

    /// Seconds since local midnight by the clock on the wall, with their fraction.
    static func secondsOfDay(at instant: Date) -> TimeInterval {
        let local = instant.timeIntervalSince1970 + Double(offset(at: instant))
        return local - (local / 86_400).rounded(.down) * 86_400
    }
}

extension Date {
    /// The time that has passed since `earlier`; negative when `earlier` is later.
    func elapsed(since earlier: Date) -> Duration { .seconds(timeIntervalSince(earlier)) }
}
