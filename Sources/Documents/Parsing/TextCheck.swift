import Glibc

/// Strict UTF-8 over the whole document and no NUL: libxml2 counts some inputs as C strings, and an overlong
/// form is one more way to write a character that a filter looks for.
enum TextCheck {
    static func check(_ bytes: [UInt8]) throws(Refusal) {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw Refusal(
                DocumentCode.notUTF8, at: Place(path: nil, line: line(at: error.byteOffsets.lowerBound, in: bytes)), detail: "ill-formed")
        }
        let nul = bytes.withUnsafeBytes { raw -> Int? in
            guard let base = raw.baseAddress, let found = memchr(base, 0, raw.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
        guard let nul else { return }
        throw Refusal(DocumentCode.notUTF8, at: Place(path: nil, line: line(at: nul, in: bytes)), detail: "NUL")
    }

    private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<offset].count { $0 == Ascii.newline }
    }
}
