import CareMessages
import Foundation

/// Times as people in Sweden read them. JSON and files have UTC.
enum LocalTime {
    /// `2026-11-22 20:15:03 CET`
    static func text(_ instant: Date) -> String {
        let offset = SwedishTime.offset(at: instant)
        let second = (Int(instant.timeIntervalSince1970.rounded(.down)) + offset) % 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
        return "\(CalendarDay(instant).text) \(clock) \(zone(offset))"
    }

    /// A span in its largest unit, rounded down: `42 s`, `3 min`, `5 h`, `12 d`.
    static func age(_ seconds: Int) -> String {
        switch max(0, seconds) {
        case ..<60: "\(max(0, seconds)) s"
        case ..<3_600: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    private static func zone(_ offset: Int) -> String {
        switch offset {
        case 3_600: "CET"
        case 7_200: "CEST"
        default: "UTC\(offset < 0 ? "-" : "+")\(abs(offset) / 3_600)"
        }
    }
}
