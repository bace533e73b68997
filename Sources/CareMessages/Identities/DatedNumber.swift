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

    /// The oldest that a person is taken to be when the century has to be guessed, in years.
    private static let oldest = 120

    /// The twelve digits of a form people write: `YYYYMMDD-NNNC`, `YYMMDD-NNNC`, `YYMMDD+NNNC` from the year one turns 100
    /// (folkbokföringslagen 18 § 2 st.), or digits alone where only one century is possible.
    static func full(_ text: String, today: CalendarDay, dayOffset: Int) throws(Refusal) -> String {
        guard let match = text.wholeMatch(of: /((?:[0-9]{2})?[0-9]{6})([-+]?)([0-9]{4})/) else { throw Refusal(IdentityCode.form) }
        let digits = String(match.1 + match.3)
        if digits.count == 12 {
            guard match.2 != "+" else { throw Refusal(IdentityCode.form) }
            return digits
        }
        let short = Array(digits.utf8.prefix(6)).map { Int($0) - 0x30 }
        let newest = today.year - (today.year - short[0] * 10 - short[1]) % 100
        let day = (short[2] * 10 + short[3], short[4] * 10 + short[5] - dayOffset)
        let isFuture = newest == today.year && day > (today.month, today.day)
        // The newest year is 0–99 years back, the one before 100–199.
        let hyphen = isFuture ? [] : [newest]
        let plus = today.year - newest + 100 <= oldest ? [newest - 100] : []
        let years = match.2 == "-" ? hyphen : match.2 == "+" ? plus : hyphen + plus
        guard years.count == 1 else { throw Refusal(IdentityCode.century) }
        return String(years[0]) + digits.dropFirst(2)
    }
}
