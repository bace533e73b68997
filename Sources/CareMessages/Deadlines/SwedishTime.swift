import Foundation

/// The law counts in Swedish civil time; instants are stored in UTC.
package enum SwedishTime {
    /// Europe/Stockholm. Without time zone data on the machine: the machine's own zone (the tests demand Stockholm).
    package static let zone = TimeZone(identifier: "Europe/Stockholm") ?? .current

    /// Seconds to add to UTC at an instant.
    package static func offset(at instant: Date) -> Int { zone.secondsFromGMT(for: instant) }
}

extension Date {
    /// The time that has passed since `earlier`; negative when `earlier` is later.
    func elapsed(since earlier: Date) -> Duration { .seconds(timeIntervalSince(earlier)) }
}
