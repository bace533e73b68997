import Documents

/// A samordningsnummer: as a personnummer with 60 added to the day (lag 2022:1697 om samordningsnummer).
package struct Samordningsnummer: Hashable, Sendable, CustomStringConvertible {
    /// The OID that marks a samordningsnummer in messages.
    package static let oid = "1.2.752.129.2.1.3.3"

    private let number: DatedNumber

    /// Takes exactly twelve digits with a day of 61–91. Throws I001 (form), I002 (date) or I003 (check digit).
    package init(_ text: String) throws(Refusal) {
        number = try DatedNumber(text, dayOffset: 60)
    }

    /// Takes the written forms of `Personnummer.init(parsing:today:)` as well.
    package init(parsing text: String, today: CalendarDay) throws(Refusal) {
        number = try DatedNumber(DatedNumber.full(text, today: today, dayOffset: 60), dayOffset: 60)
    }

    /// Twelve digits. Patient data.
    package var digits: String { number.digits }
    /// The birth date in the number.
    package var date: CalendarDay { number.date }
    /// Hides the number, so that an interpolated value cannot reach a log.
    package var description: String { "Samordningsnummer" }
}
