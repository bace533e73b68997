import Documents

/// The form of MessageId: `dot-atom@dot-atom` (RFC 2822 3.6.4 without angle brackets, ebMS 3.0 Core 5.2.2.1).
package enum MessageIdentifier {
    /// Longest id that is accepted, in characters.
    package static let maximumLength = 255

    /// True for an id of that form. Slashes and the like are legal characters: an id is never a name of anything on disk.
    package static func isWellFormed(_ id: String) -> Bool {
        guard id.utf8.count <= maximumLength else { return false }
        let halves = id.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && halves.allSatisfy(isDotAtom)
    }

    private static func isDotAtom(_ text: Substring) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(isAtomCharacter)
        }
    }

    private static func isAtomCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
}
