import FoundationEssentials

/// The name of a message in the spool, in the log and on the command line: a ULID, 26 lower-case Crockford characters.
///
/// 48 bits of milliseconds since 1970 and 80 random bits, so that names sort by the time they were made and are never given twice.
/// A name from outside (an AS4 MessageId) is never used as one: only text that `init(_:)` accepts reaches the file system.
package struct MessageID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let bits: UInt128

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The value of each byte that is a character of the alphabet, 255 for any other.
    private static let digits: [UInt8] = (0...255).map { byte in
        alphabet.firstIndex(of: UInt8(byte)).map { UInt8($0) } ?? .max
    }

    /// Accepts exactly 26 characters of the lower-case alphabet that fit in 128 bits; anything else is no name.
    package init?(_ text: String) { self.init(utf8: Array(text.utf8)[...]) }

    /// The same from the bytes of a text.
    package init?(utf8 characters: ArraySlice<UInt8>) {
        guard characters.count == 26 else { return nil }
        var bits: UInt128 = 0
        for (index, character) in characters.enumerated() {
            let digit = Self.digits[Int(character)]
            guard digit < 32, index > 0 || digit < 8 else { return nil }
            bits = bits << 5 | UInt128(digit)
        }
        self.bits = bits
    }

    private init(bits: UInt128) { self.bits = bits }

    /// Makes a new name for the instant `date` (read in milliseconds; before 1970 counts as 1970).
    package static func make(at date: Date, random: inout some RandomNumberGenerator) -> MessageID {
        let milliseconds = UInt64(clamping: max(0, date.spoolMilliseconds)) & 0xFFFF_FFFF_FFFF
        let (high, low): (UInt64, UInt64) = (random.next() & 0xFFFF, random.next())
        return MessageID(bits: UInt128(milliseconds) << 80 | UInt128(high) << 64 | UInt128(low))
    }

    /// The instant the name was made, in whole milliseconds.
    package var madeAt: Date { Date(spoolMilliseconds: Int64(truncatingIfNeeded: bits >> 80)) }

    /// The 26 characters.
    package var description: String {
        let characters = (0..<26).map { Self.alphabet[Int(truncatingIfNeeded: (bits >> UInt128((25 - $0) * 5)) & 31)] }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Older names sort first.
    package static func < (left: MessageID, right: MessageID) -> Bool { left.bits < right.bits }
}
