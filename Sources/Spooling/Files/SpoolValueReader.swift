/// Reads one JSON value (RFC 8259) from bytes that passed their checksum.
struct SpoolValueReader {
    /// Deeper than anything the spool writes.
    private static let deepest = 8

    private let bytes: [UInt8]
    private var at = 0

    /// The value; nil when the bytes are anything else than one value.
    static func value(of bytes: [UInt8]) -> SpoolValue? {
        var reader = SpoolValueReader(bytes: bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpaces()
        return reader.at == bytes.count ? value : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpaces() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    /// Passes a byte if it comes next, after spaces.
    private mutating func take(_ character: Character) -> Bool {
        skipSpaces()
        guard next == character.asciiValue else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) -> SpoolValue? {
        guard depth <= Self.deepest else { return nil }
        skipSpaces()
        guard let next else { return nil }
        switch next {
        case UInt8(ascii: "\""): return text().map(SpoolValue.text)
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return list(depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: return word()
        }
    }

    private mutating func object(_ depth: Int) -> SpoolValue? {
        at += 1
        var members: [String: SpoolValue] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipSpaces()
            guard let name = text(), take(":"), let value = value(depth: depth + 1), members.updateValue(value, forKey: name) == nil else {
                return nil
            }
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func list(_ depth: Int) -> SpoolValue? {
        at += 1
        var values: [SpoolValue] = []
        if take("]") { return .list(values) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        } while take(",")
        return take("]") ? .list(values) : nil
    }

    private mutating func word() -> SpoolValue? {
        for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return .word
        }
        return nil
    }

    private mutating func number() -> SpoolValue? {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        return Int(text).map(SpoolValue.integer) ?? Double(text).map(SpoolValue.real)
    }

    private mutating func text() -> String? {
        guard next == UInt8(ascii: "\"") else { return nil }
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        guard next != UInt8(ascii: "\"") else {
            at += 1
            return String(validating: bytes[start..<(at - 1)], as: UTF8.self)
        }
        var unescaped = Array(bytes[start..<at])
        while let byte = next, byte >= 0x20 {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: unescaped, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                unescaped += Array(String(scalar).utf8)
            default: unescaped.append(byte)
            }
        }
        return nil
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
    ]

    /// Behind a backslash. A character beyond the first plane comes as two.
    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        at += 1
        guard byte == UInt8(ascii: "u") else { return Self.escapes[byte] }
        guard let first = unit() else { return nil }
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
        guard bytes[at...].starts(with: [0x5C, 0x75]) else { return nil }
        at += 2
        guard let second = unit(), (0xDC00...0xDFFF).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func unit() -> UInt32? {
        guard bytes.count - at >= 4, bytes[at..<(at + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        defer { at += 4 }
        return UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    }
}
