import Signatures

/// Base64 of a MIME body (RFC 2045 6.8) decoded piece by piece. Line ends are passed over; anything else outside the alphabet, text after the
/// padding, and bits that belong to no byte are refused: two readers must not find two contents.
struct Base64Decoding {
    private var pending: UInt32 = 0
    private var digits = 0
    private var padding = 0

    /// Whether the text may end here.
    var isComplete: Bool { (digits + padding) % 4 == 0 }

    /// The bytes that a further piece completes, or nil when it is malformed.
    mutating func decode(_ piece: UnsafeRawBufferPointer) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(piece.count / 4 * 3 + 3)
        for character in piece where character != 0x0D && character != 0x0A {
            if character == UInt8(ascii: "=") {
                padding += 1
                guard digits % 4 >= 2, padding <= 4 - digits % 4 else { return nil }
                if (digits + padding) % 4 == 0, !finish(&bytes) { return nil }
                continue
            }
            guard padding == 0, let digit = Base64.value(of: character) else { return nil }
            pending = pending << 6 | digit
            digits += 1
            guard digits % 4 == 0 else { continue }
            bytes.append(contentsOf: [UInt8(pending >> 16 & 255), UInt8(pending >> 8 & 255), UInt8(pending & 255)])
            (pending, digits) = (0, 0)
        }
        return bytes
    }

    /// One or two bytes of a last group. False when bits are left that belong to none.
    private func finish(_ bytes: inout [UInt8]) -> Bool {
        if digits == 2 {
            bytes.append(UInt8(pending >> 4 & 255))
            return pending & 15 == 0
        }
        bytes.append(contentsOf: [UInt8(pending >> 10 & 255), UInt8(pending >> 2 & 255)])
        return pending & 3 == 0
    }
}
