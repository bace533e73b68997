/// Finds what looks like a personnummer or samordningsnummer in free text: 10 or 12 digits, whole or with a mark before the last
/// four, with a date that can exist and a right check digit. Telephone numbers pass the check digit one time in ten, so a hit is a warning at most.
package enum PersonNumberSearch {
    /// Whether there is one.
    package static func finds(in text: String) -> Bool { !lastTen(in: text).isEmpty }

    /// The last ten digits of each number found.
    static func lastTen(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var found: [String] = []
        var index = 0
        while index < scalars.count {
            let run = digits(scalars, from: index)
            guard !run.isEmpty else {
                index += 1
                continue
            }
            var number = run
            let mark = index + run.count
            if run.count == 6 || run.count == 8, mark < scalars.count, marks.contains(scalars[mark]) {
                let tail = digits(scalars, from: mark + 1)
                if tail.count == 4 { number += tail }
            }
            if isPersonNumber(number) { found.append(String(number.suffix(10))) }
            index += run.count
        }
        return found
    }

    private static let marks: Set<Unicode.Scalar> = ["-", "+", " ", "\u{00A0}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}"]

    private static func digits(_ scalars: [Unicode.Scalar], from start: Int) -> String {
        var digits = ""
        var index = start
        while index < scalars.count, ("0"..."9").contains(scalars[index]) {
            digits.unicodeScalars.append(scalars[index])
            index += 1
        }
        return digits
    }

    private static func isPersonNumber(_ digits: String) -> Bool {
        guard digits.utf8.count == 10 || digits.utf8.count == 12, Luhn.isValid(digits.suffix(10)) else { return false }
        let centuries = digits.utf8.count == 12 ? [String(digits.prefix(2))] : ["19", "20"]
        return centuries.contains { century in
            let bytes = Array((century + digits.suffix(10)).utf8)
            guard let year = CalendarDay.number(bytes[0..<4]), (1800..<2100).contains(year), let month = CalendarDay.number(bytes[4..<6]),
                let day = CalendarDay.number(bytes[6..<8])
            else { return false }
            return CalendarDay(year: year, month: month, day: day > 60 ? day - 60 : day) != nil
        }
    }
}
