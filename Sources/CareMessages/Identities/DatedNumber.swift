import Documents

/// Twelve digits YYYYMMDDNNNC: the shape that personnummer and samordningsnummer share.
struct DatedNumber: Hashable, Sendable {
    let digits: String
    let date: CalendarDay

    /// - Parameter dayOffset: what is added to the day of the month: 0, or 60 for samordningsnummer.
    init(_ text: String, dayOffset: Int) throws(Refusal) {
        let bytes = Array(text.utf8)
        guard bytes.count == 12, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { throw Refusal(IdentityCode.form) }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        guard number(0..<4) >= 1800, let date = CalendarDay(year: number(0..<4), month: number(4..<6), day: number(6..<8) - dayOffset)
        else {
            throw Refusal(IdentityCode.date)
        }
        guard Luhn.isValid(text.dropFirst(2)) else { throw Refusal(IdentityCode.checkDigit) }
        self.digits = text
        self.date = date
    }

    /// The twelve digits of a form people write: `YYYYMMDD-NNNC`, `YYMMDD-NNNC`, with or without the hyphen, or `YYMMDD+NNNC` (from the
    /// year one turns 100).
    static func full(_ text: String, today: CalendarDay) throws(Refusal) -> String {
        let digits = text.filter { $0 != "-" && $0 != "+" }
        let marks = text.count - digits.count
        guard marks <= 1, marks == 0 || text.dropLast(4).last == "-" || text.dropLast(4).last == "+" else {
            throw Refusal(IdentityCode.form)
        }
        if digits.count == 12 { return digits }
        guard digits.count == 10, let year = Int(digits.prefix(2)) else { throw Refusal(IdentityCode.form) }
        // The latest such year that is not in the future; a plus goes a century further back.
        var full = today.year - (today.year - year) % 100
        if text.contains("+") { full -= 100 }
        return String(full) + digits.dropFirst(2)
    }
}
