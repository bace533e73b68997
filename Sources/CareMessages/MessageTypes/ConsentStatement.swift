import Documents

/// What is known of a consent: its state, and by whom and when it was given or refused (`SamtyckeTyp`).
package struct ConsentStatement: Equatable, Sendable {
    /// State of the consent.
    package var state: LegalBasis.Consent
    /// Who gave or refused it.
    package var givenBy: LegalBasis.ConsentGiver?
    /// The day it was given or refused.
    package var day: CalendarDay?

    /// Makes a statement; who and when are optional.
    package init(_ state: LegalBasis.Consent, givenBy: LegalBasis.ConsentGiver? = nil, day: CalendarDay? = nil) {
        self.state = state
        self.givenBy = givenBy
        self.day = day
    }

    func write(to fields: inout FieldWriter) {
        fields.code("Samtyckesstatus", state)
        fields.code("LamnatAv", givenBy)
        fields.day("Samtyckesdatum", day)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        state = try fields.code("Samtyckesstatus")
        givenBy = try fields.optionalCode("LamnatAv")
        day = try fields.optionalDay("Samtyckesdatum")
    }
}
