import Foundation

/// Instants in the form of `xs:dateTime`, always with a zone.
package enum XMLTime {
    /// UTC with whole seconds: `2026-11-22T12:01:00Z`.
    package static func text(_ date: Date) -> String { date.ISO8601Format() }

    /// The instant of `yyyy-MM-ddTHH:mm:ss[.f…](Z|±hh:mm)`. Nil for any other text: no zone, a day that does not exist, hour 24.
    package static func instant(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, hasShape(bytes) else { return nil }
        let fields = [(0, 4), (5, 2), (8, 2), (11, 2), (14, 2), (17, 2)].compactMap { number(bytes, at: $0.0, count: $0.1) }
        guard fields.count == 6, let seconds = seconds(fields) else { return nil }
        var position = 19
        var fraction = 0.0
        if bytes[position] == UInt8(ascii: ".") {
            let digits = bytes[(position + 1)...].prefix { (48...57).contains($0) }
            guard !digits.isEmpty, let value = Double("0." + String(decoding: digits, as: UTF8.self)) else { return nil }
            fraction = value
            position += 1 + digits.count
        }
        guard let offset = zone(Array(bytes[position...])) else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(seconds - offset) + fraction)
    }

    private static func hasShape(_ bytes: [UInt8]) -> Bool {
        [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")].allSatisfy { bytes[$0.0] == $0.1.utf8.first }
    }

    private static func number(_ bytes: [UInt8], at start: Int, count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        return bytes[start..<(start + count)].reduce(0) { sum, byte in
            guard let sum, (48...57).contains(byte) else { return nil }
            return sum * 10 + Int(byte - 48)
        }
    }

    private static func seconds(_ fields: [Int]) -> Int? {
        let (year, month, day) = (fields[0], fields[1], fields[2])
        guard (1...12).contains(month), (1...length(ofMonth: month, in: year)).contains(day), fields[3] < 24, fields[4] < 60, fields[5] < 60
        else { return nil }
        return days(year, month, day) * 86_400 + fields[3] * 3600 + fields[4] * 60 + fields[5]
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since 1970-01-01. Years are counted from March, so that the leap day ends them.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }

    private static func zone(_ bytes: [UInt8]) -> Int? {
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let sign = ["+": 1, "-": -1][String(decoding: bytes[0..<1], as: UTF8.self)],
            let hours = number(bytes, at: 1, count: 2), let minutes = number(bytes, at: 4, count: 2), hours <= 14, minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
