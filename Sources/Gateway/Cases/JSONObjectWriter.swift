/// Writes one JSON object, its fields in the order they are given: for long lists.
struct JSONObjectWriter {
    private var content: [UInt8] = [UInt8(ascii: "{")]

    init() { content.reserveCapacity(1_024) }

    /// The object.
    var bytes: [UInt8] { content + [UInt8(ascii: "}")] }

    /// Writes a text; nothing for `nil`.
    mutating func text(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        begin(key)
        quote(value)
    }

    /// Writes a whole number; nothing for `nil`.
    mutating func number(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        begin(key)
        content += String(value).utf8
    }

    /// Writes a truth value.
    mutating func flag(_ key: StaticString, _ value: Bool) {
        begin(key)
        content += (value ? "true" : "false").utf8
    }

    /// Writes a list of texts, also an empty one.
    mutating func texts(_ key: StaticString, _ values: [String]) {
        begin(key)
        content.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { content.append(UInt8(ascii: ",")) }
            quote(value)
        }
        content.append(UInt8(ascii: "]"))
    }

    /// Writes an object that is written already; nothing for `nil`.
    mutating func object(_ key: StaticString, _ value: [UInt8]?) {
        guard let value else { return }
        begin(key)
        content += value
    }

    private mutating func begin(_ key: StaticString) {
        if content.count > 1 { content.append(UInt8(ascii: ",")) }
        content.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { content += $0 }
        content += [UInt8(ascii: "\""), UInt8(ascii: ":")]
    }

    private mutating func quote(_ text: String) {
        content.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): content += [UInt8(ascii: "\\"), byte]
            case 0x08: content += #"\b"#.utf8
            case 0x09: content += #"\t"#.utf8
            case 0x0A: content += #"\n"#.utf8
            case 0x0C: content += #"\f"#.utf8
            case 0x0D: content += #"\r"#.utf8
            case ..<0x20: content += ((byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8
            default: content.append(byte)
            }
        }
        content.append(UInt8(ascii: "\""))
    }
}
