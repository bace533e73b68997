import Documents

/// An organisationsnummer of a legal person (lag 1974:174): ten digits, the third at least 2, check digit right.
package struct Organisationsnummer: Hashable, Sendable, CustomStringConvertible {
    /// Ten digits without hyphen.
    package let digits: String

    /// Takes ten digits, with or without the hyphen before the last four. Throws I001 (form) or I003 (check digit).
    package init(_ text: String) throws(Refusal) {
        guard text.wholeMatch(of: /[0-9]{2}[2-9][0-9]{3}-?[0-9]{4}/) != nil else { throw Refusal(IdentityCode.form) }
        let digits = text.filter { $0 != "-" }
        guard Luhn.isValid(digits) else { throw Refusal(IdentityCode.checkDigit) }
        self.digits = digits
    }

    /// As people write it: `232100-0016`.
    package var description: String { "\(digits.prefix(6))-\(digits.suffix(4))" }
}
