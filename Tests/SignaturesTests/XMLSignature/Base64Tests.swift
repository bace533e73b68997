import Foundation
import Signatures
import Testing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "The vectors of RFC 4648 are read and written",
        arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func vectors(text: String, encoded: String) {
        #expect(Base64.encode([UInt8](text)) == encoded)
        #expect(Base64.decode(encoded) == [UInt8](text))
    }

    @Test("White space of XML may stand anywhere", arguments: ["Zm9v YmFy", " Zm9vYmFy\n", "Z\tm\r\n9vYmFy", "Zg = =", "\nZg==\n"])
    func whiteSpace(text: String) {
        #expect(Base64.decode(text) == Base64.decode(text.filter { !$0.isWhitespace }))
        #expect(Base64.decode(text) != nil)
    }

    @Test(
        "One value has one text: wrong padding, loose bits and foreign characters are refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Z", "Zm9vY", "Zg==Zg==", "=Zg=", "Zm9v=", "Zm9v====", "Zm-_", "Zm9v\u{a0}",
            "Zm9v!", "====",
            "Zm9v\u{0b}",
        ])
    func refused(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("Bytes of any length come back", arguments: 0..<70)
    func roundTrip(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 13) }
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
}
