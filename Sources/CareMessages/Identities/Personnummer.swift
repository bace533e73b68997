import Documents

/// A personnummer with a real date and a right check digit (folkbokföringslagen 1991:481, 18 §).
package struct Personnummer: Hashable, Sendable, CustomStringConvertible {
    /// The OID that marks a personnummer in messages.
    package static let oid = "1.2.752.129.2.1.3.1"

    private let number: DatedNumber

    /// Takes exactly twelve digits, the form that messages demand. Throws I001 (form), I002 (date) or I003 (check digit).
    package init(_ text: String) throws(Refusal) {
        number = try DatedNumber(text, dayOffset: 0)
    }

    /// Takes what people write as well: `YYYYMMDD-NNNC`, `YYMMDD-NNNC`, `YYMMDD+NNNC`, and ten digits where only one century is
    /// possible. `today` settles the century. Throws I007 when it does not.
    package init(parsing text: String, today: CalendarDay) throws(Refusal) {
        number = try DatedNumber(DatedNumber.full(text, today: today, dayOffset: 0), dayOffset: 0)
    }

    /// Twelve digits. Patient data.
    package var digits: String { number.digits }
    /// The date in the number: the birth date, or a day near it when the numbers of that day are used up.
    package var date: CalendarDay { number.date }
    /// Hides the number, so that an interpolated value cannot reach a log.
    package var description: String { "Personnummer" }
}
