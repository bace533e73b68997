import Documents

/// A national reserve number (NRID, Inera): eight digits and two or three letters with digits. The letters I, O, Q, V and W are not used.
///
/// The date is not checked: numbers in use have a shifted century whose rule is not published.
package struct NationelltReservnummer: Hashable, Sendable, CustomStringConvertible {
    /// The OID that marks a national reserve number in messages.
    package static let oid = "1.2.752.74.9.1"

    /// The number without hyphen. Patient data.
    package let text: String

    /// Takes the number with or without hyphen before the last four. Throws I001.
    package init(_ text: String) throws(Refusal) {
        guard text.wholeMatch(of: /[0-9]{8}-?(?:[A-HJ-NPR-UX-Z]{2}[0-9]{2}|[A-HJ-NPR-UX-Z]{3}[0-9])/) != nil else {
            throw Refusal(IdentityCode.form)
        }
        self.text = text.filter { $0 != "-" }
    }

    /// Hides the number, so that an interpolated value cannot reach a log.
    package var description: String { "NationelltReservnummer" }
}
