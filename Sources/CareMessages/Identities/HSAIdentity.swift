import Documents

/// A HSA-id of a unit or a person at work: `SE`, the directory owner's organisationsnummer, a hyphen, letters and digits; at most
/// 31 characters.
package struct HSAIdentity: Hashable, Sendable {
    /// Longest HSA-id, in characters.
    package static let maximumLength = 31

    /// As written.
    package let text: String
    /// The organisation that owns the directory entry.
    package let owner: Organisationsnummer

    /// Throws I001 (form) or I003 (check digit of the organisation).
    package init(_ text: String) throws(Refusal) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.maximumLength, parts.count == 2, parts[0].starts(with: "SE".utf8), parts[0].count == 12,
            !parts[1].isEmpty, parts[1].allSatisfy(Self.isLetterOrDigit)
        else { throw Refusal(IdentityCode.form) }
        owner = try Organisationsnummer(String(decoding: parts[0].dropFirst(2), as: UTF8.self))
        self.text = text
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}
