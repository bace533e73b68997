/// How the date in a personnummer or samordningsnummer and a stated birth date go together.
package enum BirthDateAgreement: Sendable {
    /// The same day.
    case same
    /// Another day of the same month: given when the numbers of the birth date were used up (folkbokföringslagen 1991:481, 18 § 3 st.).
    case nearbyDay
    /// Another month or year: not the same person, or a slip of the pen.
    case different

    /// Judges two days.
    package init(number: CalendarDay, birthDate: CalendarDay) {
        if number == birthDate {
            self = .same
        } else {
            self = (number.year, number.month) == (birthDate.year, birthDate.month) ? .nearbyDay : .different
        }
    }
}
