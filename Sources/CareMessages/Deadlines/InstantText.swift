import Foundation

/// Instants as messages write them: RFC 3339 with seconds and an offset, never without.
package enum InstantText {
    /// Reads `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)`; `nil` for anything else, also for a day or an hour that does not exist.
    package static func parse(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let day = CalendarDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = CalendarDay.number(bytes[11..<13]), hour < 24,
            let minute = CalendarDay.number(bytes[14..<16]), minute < 60,
            let second = CalendarDay.number(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        guard let fraction = takeFraction(&rest), let offset = offset(rest) else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// Swedish civil time with its offset, whole seconds: `2026-09-14T10:20:00+02:00`.
    package static func text(_ instant: Date) -> String {
        let offset = SwedishTime.offset(at: instant)
        let local = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
        let day = CalendarDay(daysSince1970: Int((Double(local) / 86_400).rounded(.down)))
        let second = local - day.daysSince1970 * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { CalendarDay.padded($0, 2) }.joined(separator: ":")
        let zone = [abs(offset) / 3_600, abs(offset) / 60 % 60].map { CalendarDay.padded($0, 2) }.joined(separator: ":")
        return "\(day.text)T\(clock)\(offset < 0 ? "-" : "+")\(zone)"
    }

    /// As ``text(_:)``, with up to six digits of the second when it is not whole; reads back as the same instant to the microsecond.
    package static func exactText(_ instant: Date) -> String {
        let micros = Int64((instant.timeIntervalSince1970 * 1_000_000).rounded())
        let second = micros / 1_000_000 - (micros % 1_000_000 < 0 ? 1 : 0)
        let whole = text(Date(timeIntervalSince1970: Double(second)))
        let rest = Int(micros - second * 1_000_000)
        guard rest != 0 else { return whole }
        var digits = CalendarDay.padded(rest, 6)
        while digits.hasSuffix("0") { digits.removeLast() }
        return whole.prefix(19) + "." + digits + whole.dropFirst(19)
    }

    private static func takeFraction(_ rest: inout ArraySlice<UInt8>) -> Double? {
        guard rest.first == 0x2E else { return 0 }
        let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard (1...6).contains(digits.count), let number = CalendarDay.number(digits) else { return nil }
        rest = rest[digits.endIndex...]
        return Double(number) / [10, 100, 1_000, 10_000, 100_000, 1_000_000][digits.count - 1]
    }

    private static func offset(_ rest: ArraySlice<UInt8>) -> Int? {
        let zone = Array(rest)
        if zone == [0x5A] { return 0 }
        guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A,
            let hours = CalendarDay.number(zone[1..<3]), hours <= 14, let minutes = CalendarDay.number(zone[4..<6]), minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (zone[0] == 0x2D ? -1 : 1)
    }
}
