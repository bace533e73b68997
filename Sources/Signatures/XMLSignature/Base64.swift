import Foundation

/// Base64 as in `xs:base64Binary`: one text for one value, but for white space, so that two readers never see two values.
package enum Base64 {
    /// Without line breaks.
    package static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Nil for anything but the alphabet, correct padding, zero bits behind the last byte, and XML white space between.
    package static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var (pending, count, padding): (UInt32, Int, Int) = (0, 0, 0)
        for character in text.utf8 {
            if character == 0x20 || character == 0x09 || character == 0x0a || character == 0x0d { continue }
            if character == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding == 0, let digit = value(of: character) else { return nil }
            pending = pending << 6 | digit
            count += 1
            if count % 4 == 0 {
                bytes.append(contentsOf: [UInt8(pending >> 16 & 255), UInt8(pending >> 8 & 255), UInt8(pending & 255)])
                pending = 0
            }
        }
        return finish(bytes, pending: pending, left: count % 4, padding: padding)
    }

    private static func finish(_ whole: [UInt8], pending: UInt32, left: Int, padding: Int) -> [UInt8]? {
        switch (left, padding) {
        case (0, 0): whole
        case (2, 2) where pending & 15 == 0: whole + [UInt8(pending >> 4 & 255)]
        case (3, 1) where pending & 3 == 0: whole + [UInt8(pending >> 10 & 255), UInt8(pending >> 2 & 255)]
        default: nil
        }
    }

    /// The six bits of a character of the alphabet (RFC 4648 table 1); nil for every other.
    package static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
