/// The bytes that structure XML. In UTF-8 they never occur inside a longer character.
enum Ascii {
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/")
    static let equals = UInt8(ascii: "=")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let ampersand = UInt8(ascii: "&")
    static let semicolon = UInt8(ascii: ";")
    static let exclamation = UInt8(ascii: "!")
    static let question = UInt8(ascii: "?")
    static let newline = UInt8(ascii: "\n")

    /// White space of XML 1.0, production 3.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    @inline(__always)
    static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x0D, 0x09, less, greater, slash, equals, quote, apostrophe, ampersand, semicolon, exclamation, question: true
        default: false
        }
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
    }
}
