import Documents

/// An organisationsnummer of a legal person (lag 1974:174): ten digits, the third at least 2, check digit right.
package struct Organisationsnummer: Hashable, Sendable, CustomStringConvertible {
    /// Ten digits without hyphen.
    package let digits: String

    /// Takes ten digits, with or without the hyphen before the last four. Throws I001 (form) or I003 (check digit).
    package init(_ text: String) throws(Refusal) {
        var characters = Array(text.utf8)
        if characters.count == 11, characters[6] == UInt8(ascii: "-") { characters.remove(at: 6) }
        guard characters.count == 10, characters.allSatisfy(Self.isDigit), characters[2] >= UInt8(ascii: "2") else {
            throw Refusal(IdentityCode.form)
        }
        let digits = String(decoding: characters, as: UTF8.self)
        guard Luhn.isValid(digits) else { throw Refusal(IdentityCode.checkDigit) }
        self.digits = digits
    }

    // Asked of every party of every message: by bytes, because making a regular expression costs more than the whole check.
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// As people write it: `232100-0016`.
    package var description: String { "\(digits.prefix(6))-\(digits.suffix(4))" }
}
