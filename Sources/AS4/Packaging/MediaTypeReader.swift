/// A cursor over one Content-Type value.
struct MediaTypeReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// A token of RFC 2045, or nil.
    mutating func token() -> String? {
        take { Self.isToken($0) }
    }

    mutating func skip(_ character: Character) -> Bool {
        guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
        position += 1
        return true
    }

    /// The next parameter, or nil at the end. Throws A001 for anything that is neither.
    mutating func parameter() throws(EBMSError) -> (name: String, value: String)? {
        skipSpace()
        guard position < bytes.count else { return nil }
        guard skip(";") else { throw EBMSError(.contentType, detail: "parameters") }
        skipSpace()
        // A semicolon at the end is common and harmless.
        guard position < bytes.count else { return nil }
        guard let name = token() else { throw EBMSError(.contentType, detail: "parameter name") }
        skipSpace()
        guard skip("=") else { throw EBMSError(.contentType, detail: "parameter value") }
        skipSpace()
        guard let value = try quoted() ?? take({ Self.isUnquoted($0) }) else {
            // An empty boundary is a fault of its own kind; the caller sees it.
            return (name.lowercased(), "")
        }
        return (name.lowercased(), value)
    }

    private mutating func quoted() throws(EBMSError) -> String? {
        guard skip("\"") else { return nil }
        var value: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: value, as: UTF8.self) }
            guard byte != UInt8(ascii: "\\") else {
                guard position < bytes.count else { break }
                value.append(bytes[position])
                position += 1
                continue
            }
            guard (0x20...0x7E).contains(byte) || byte == 0x09 else { throw EBMSError(.contentType, detail: "character in parameter") }
            value.append(byte)
        }
        throw EBMSError(.contentType, detail: "quote not closed")
    }

    private mutating func take(_ isMember: (UInt8) -> Bool) -> String? {
        let start = position
        while position < bytes.count, isMember(bytes[position]) { position += 1 }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"()<>@,;:\\\"/[]?=".utf8.contains(byte)
    }

    private static func isUnquoted(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !",;\\\"".utf8.contains(byte)
    }
}
