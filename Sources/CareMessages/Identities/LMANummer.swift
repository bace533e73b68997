import Documents

/// The number on an asylum seeker's LMA-kort: Migrationsverket's dossiernummer (lag 1994:137 om mottagande av asylsökande m.fl.).
///
/// Reading, not the wording of a law: no published rule gives a check digit or an OID, so only the form is judged.
package struct LMANummer: Hashable, Sendable, CustomStringConvertible {
    /// Only digits, as compared. Patient data.
    package let digits: String

    /// Takes `NN-NNNNNN/N`, or digits alone, at most twelve: no source says that they are always nine. Throws I001.
    package init(_ text: String) throws(Refusal) {
        guard text.wholeMatch(of: /[0-9]{2}-[0-9]{6}\/[0-9]|[0-9]{1,12}/) != nil else { throw Refusal(IdentityCode.form) }
        digits = text.filter { $0 != "-" && $0 != "/" }
    }

    /// As the card shows it: `NN-NNNNNN/N`; other than nine digits as they are. Patient data.
    package var written: String {
        digits.utf8.count == 9 ? "\(digits.prefix(2))-\(digits.dropFirst(2).prefix(6))/\(digits.suffix(1))" : digits
    }

    /// Hides the number, so that an interpolated value cannot reach a log.
    package var description: String { "LMANummer" }
}
