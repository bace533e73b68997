/// Reads the string form of a name (RFC 4514 3, with the quotes and semicolons of RFC 2253 4).
struct DistinguishedNameReader {
    private let bytes: [UInt8]
    private var position = 0

    static func read(_ text: String) -> [[DistinguishedName.Attribute]]? {
        var reader = DistinguishedNameReader(bytes: Array(text.utf8))
        return reader.names()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func names() -> [[DistinguishedName.Attribute]]? {
        var names: [[DistinguishedName.Attribute]] = []
        repeat {
            var attributes: [DistinguishedName.Attribute] = []
            repeat {
                guard let attribute = attribute() else { return nil }
                attributes.append(attribute)
            } while take("+")
            names.append(attributes)
        } while take(",") || take(";")
        return position == bytes.count ? names : nil
    }

    private mutating func attribute() -> DistinguishedName.Attribute? {
        skipSpaces()
        let start = position
        while position < bytes.count, Self.isTypeCharacter(bytes[position]) { position += 1 }
        let type = String(decoding: bytes[start..<position], as: UTF8.self)
        skipSpaces()
        guard !type.isEmpty, take("=") else { return nil }
        skipSpaces()
        guard let raw = take("#") ? hexadecimal() : take("\"") ? quoted() : plain(), let value = String(validating: raw, as: UTF8.self)
        else { return nil }
        skipSpaces()
        return DistinguishedName.Attribute(type: type, value: value)
    }

    /// A value up to an unescaped separator; unescaped spaces at its end do not count.
    private mutating func plain() -> [UInt8]? {
        var value: [UInt8] = []
        var kept = 0
        while position < bytes.count, !",+;\"<>".utf8.contains(bytes[position]) {
            let isEscaped = bytes[position] == UInt8(ascii: "\\")
            guard let byte = isEscaped ? escaped() : next() else { return nil }
            value.append(byte)
            if isEscaped || byte != 0x20 { kept = value.count }
        }
        return kept > 0 ? Array(value.prefix(kept)) : nil
    }

    private mutating func quoted() -> [UInt8]? {
        var value: [UInt8] = []
        while let byte = next() {
            if byte == UInt8(ascii: "\"") { return value }
            guard byte == UInt8(ascii: "\\") else {
                value.append(byte)
                continue
            }
            position -= 1
            guard let other = escaped() else { return nil }
            value.append(other)
        }
        return nil
    }

    /// `#` and the hexadecimal form of a DER string with a short length: the bytes of the string.
    private mutating func hexadecimal() -> [UInt8]? {
        var encoded: [UInt8] = []
        while position + 1 < bytes.count, let high = Self.digit(bytes[position]), let low = Self.digit(bytes[position + 1]) {
            encoded.append(high << 4 | low)
            position += 2
        }
        // UTF8String, PrintableString, IA5String.
        guard encoded.count > 2, [0x0C, 0x13, 0x16].contains(encoded[0]), Int(encoded[1]) == encoded.count - 2, encoded[1] < 0x80 else {
            return nil
        }
        return Array(encoded[2...])
    }

    /// A backslash with a special character, or with two hexadecimal digits.
    private mutating func escaped() -> UInt8? {
        position += 1
        guard let byte = next() else { return nil }
        if " ,+\"\\<>;=#".utf8.contains(byte) { return byte }
        guard let high = Self.digit(byte), let low = next().flatMap(Self.digit) else { return nil }
        return high << 4 | low
    }

    private mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        position += 1
        return bytes[position - 1]
    }

    private mutating func take(_ character: Character) -> Bool {
        guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    }

    private static func isTypeCharacter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x2D
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
