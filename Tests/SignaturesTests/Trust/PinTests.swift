import Signatures
import Testing

@Suite("Pins")
struct PinTests {
    private let digits = String(repeating: "0123456789abcdef", count: 4)

    @Test("Both kinds are read, with colons and in capitals too, and written in one form")
    func forms() throws {
        let pin = try #require(Pin(parsing: "leaf:" + digits))
        #expect(pin.kind == .leaf && pin.sha256.count == 32 && pin.sha256[0] == 0x01 && pin.sha256[31] == 0xef)
        #expect(pin.description == "leaf:" + digits)
        #expect(Pin(parsing: "leaf:" + digits.uppercased()) == pin)
        let pairs = Swift.stride(from: 0, to: 64, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
        #expect(Pin(parsing: "leaf:" + pairs.joined(separator: ":")) == pin)
        #expect(Pin(parsing: "spki:" + digits)?.kind == .spki)
    }

    @Test("Anything else is no pin", arguments: ["", "leaf:", "leaf", "sha256:", "Leaf:", "leaf:x", "spki:+1", ":"])
    func others(prefix: String) {
        for text in [prefix, prefix + "0", prefix.isEmpty ? digits : prefix + String(digits.dropLast()) + "g"] {
            #expect(Pin(parsing: text) == nil, "\(text)")
        }
        #expect(Pin(parsing: "leaf:" + digits + "00") == nil)
        #expect(Pin(parsing: "leaf:" + digits.dropLast(2)) == nil)
        #expect(Pin(parsing: "leaf:+" + digits.dropLast()) == nil)
    }

    @Test(
        "Names that would move the cursor, end the line or turn the direction are escaped",
        arguments: [
            ("good", "good"), ("Region Örebro län", "Region Örebro län"), ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"), ("a\nb", "a\\u{a}b"),
            ("a\u{202e}b", "a\\u{202e}b"), ("a\"b", "a\\u{22}b"), ("a\\b", "a\\u{5c}b"), ("a\u{0}b", "a\\u{0}b"),
            ("a\u{2028}b", "a\\u{2028}b"),
            ("a\u{a0}b", "a\\u{a0}b"),
        ])
    func names(name: String, expected: String) {
        #expect(LoggedName(name).description == expected)
    }

    @Test("Long names are cut and missing ones said")
    func lengths() {
        #expect(LoggedName(String(repeating: "x", count: 500)).description.count == 100)
        #expect(LoggedName(nil).description == "(no name)")
    }
}
