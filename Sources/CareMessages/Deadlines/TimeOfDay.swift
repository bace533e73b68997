/// A time of day in Swedish civil time, whole seconds.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// 00:00.
    package static let midnight = TimeOfDay(seconds: 0)
    /// 12:00.
    package static let noon = TimeOfDay(seconds: 43_200)

    /// Seconds since midnight by the clock on the wall, 0–86 399.
    package let seconds: Int

    private init(seconds: Int) { self.seconds = seconds }

    /// Reads `HH:MM` or `HH:MM:SS`; `nil` for anything else, also for 24:00.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 8, stride(from: 2, to: bytes.count, by: 3).allSatisfy({ bytes[$0] == 0x3A }) else {
            return nil
        }
        let parts = stride(from: 0, to: bytes.count, by: 3).compactMap { CalendarDay.number(bytes[$0..<$0 + 2]) }
        guard parts.count == (bytes.count + 1) / 3, parts[0] < 24, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        seconds = parts[0] * 3_600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    }

    /// `HH:MM:SS`.
    package var text: String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { CalendarDay.padded($0, 2) }.joined(separator: ":")
    }

    /// Order in the day.
    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}
