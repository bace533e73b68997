import Documents

/// The days a municipality may have to pay for, if the claim stands.
package struct PaymentEstimate: Sendable, Equatable {
    /// The first day of liability.
    package let from: CalendarDay
    /// The day the patient left, or today for an open stay. Not counted.
    package let until: CalendarDay
    /// Whether the patient is still there, so that the days grow.
    package let isOpen: Bool
    /// `until` less `from`, never negative.
    package let days: Int
    /// Whole kronor; `nil` without an amount for every day, and always in an average model.
    package let kronor: Int?
    /// What the model means for the single patient.
    package let note: LocalText

    init(from: CalendarDay, until: CalendarDay, isOpen: Bool, _ model: RegionalAgreement.Model, _ amounts: DayAmounts) {
        self.from = from
        self.until = until
        self.isOpen = isOpen
        days = max(0, until.daysSince1970 - from.daysSince1970)
        kronor = model == .statutory ? amounts.sum(from: from, before: until) : nil
        note = model.note
    }
}
