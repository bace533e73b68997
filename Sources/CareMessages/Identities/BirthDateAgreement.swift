/// How the date in a personnummer or samordningsnummer and a stated birth date go together.
package enum BirthDateAgreement: Sendable {
    /// The same day.
    case same
    /// Another day nearby, at most 31 days away: given when the numbers of the birth date were used up (folkbokföringslagen 1991:481, 18 § 3 st.).
    case nearbyDay
    /// Further away: not the same person, or a slip of the pen.
    case different

    /// How many days apart still is nearby. The law names no number: a reading, not its wording.
    private static let nearby = 31

    /// Judges two days.
    package init(number: CalendarDay, birthDate: CalendarDay) {
        switch abs(number.daysSince1970 - birthDate.daysSince1970) {
        case 0: self = .same
        case ...Self.nearby: self = .nearbyDay
        default: self = .different
        }
    }
}
