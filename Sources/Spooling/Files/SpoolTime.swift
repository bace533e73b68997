import FoundationEssentials

/// Instants as the spool stores them: RFC 3339, UTC, whole milliseconds (`2026-03-01T12:00:00.000Z`). Pure; reads no clock.
package enum SpoolTime {
    /// The text of an instant between the years 0 and 9999; others are cut to that range.
    package static func text(_ date: Date) -> String {
        let milliseconds = min(max(date.spoolMilliseconds, -62_167_219_200_000), 253_402_300_799_999)
        let (days, rest) = divide(milliseconds, by: 86_400_000)
        let (year, month, day) = civil(days)
        let second = rest / 1_000
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T" + padded(second / 3_600, 2) + ":"
            + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2) + "." + padded(rest % 1_000, 3) + "Z"
    }

    /// Reads exactly the form `text(_:)` writes; nil for any other.
    package static func date(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[23] == UInt8(ascii: "Z") else { return nil }
        let marks: [(Int, Unicode.Scalar)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, ".")]
        guard marks.allSatisfy({ bytes[$0.0] == UInt8(ascii: $0.1) }) else { return nil }
        guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            let millisecond = number(bytes[20..<23])
        else { return nil }
        let days = daysSince1970(year, month, day)
        guard civil(days) == (year, month, day), hour < 24, minute < 60, second < 60 else { return nil }
        return Date(spoolMilliseconds: days * 86_400_000 + (hour * 3_600 + minute * 60 + second) * 1_000 + millisecond)
    }

    private static func divide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        var value: Int64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - 0x30)
        }
        return value
    }

    /// Days since 1970 to year, month, day of the Gregorian calendar: eras of 400 years that begin on 1 March.
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let (era, dayOfEra) = divide(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let (era, yearOfEra) = divide(month <= 2 ? year - 1 : year, by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Date {
    /// Whole milliseconds since 1970, rounded to the nearest.
    var spoolMilliseconds: Int64 { Int64((min(max(timeIntervalSince1970, -1e14), 1e14) * 1_000).rounded()) }

    /// The instant of whole milliseconds since 1970; the same number always gives an equal `Date`.
    init(spoolMilliseconds: Int64) { self.init(timeIntervalSince1970: Double(spoolMilliseconds) / 1_000) }

    /// The same instant as the spool would read it back.
    package var onMillisecond: Date { Date(spoolMilliseconds: spoolMilliseconds) }

    /// The instant `span` later.
    func later(_ span: Duration) -> Date { addingTimeInterval(span.inSeconds) }
}

extension Duration {
    /// The span as a number of seconds.
    package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
