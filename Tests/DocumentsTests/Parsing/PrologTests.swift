import Testing

@testable import Documents

@Suite("First bytes of a document")
struct PrologTests {
    @Test(
        "XML 1.0 in UTF-8 is taken, with or without declaration and byte order mark",
        arguments: [
            "<a/>", "\u{FEFF}<a/>", "<?xml version=\"1.0\"?><a/>", "<?xml version='1.0' encoding='utf-8'?><a/>",
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>\r\n<a/>", "\n<a/>", "<!-- x --><a/><!-- y -->\n",
            "<?xml\tversion = \"1.0\"\nencoding = 'UTF-8'\rstandalone='no'?><a/>",
        ])
    func taken(_ text: String) throws {
        #expect(try parse(text).root.name == "a")
    }

    @Test(
        "Another version, encoding or a malformed declaration is refused with D002",
        arguments: [
            "<?xml version=\"1.1\"?><a/>", "<?xml version=\"1.9\"?><a/>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>",
            "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a/>",
            "<?xml version=\"1.0\" standalone=\"maybe\"?><a/>", "<?xml encoding=\"UTF-8\"?><a/>",
            "<?xml version=\"1.0\"encoding=\"UTF-8\"?><a/>",
            "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?><a/>", "<?xml version=\"1.0\"><a/>",
            " <?xml version=\"1.0\"?><a/>",
            "x<a/>", "\0<a/>", "<\0a/>", "\u{FEFF}\u{FEFF}<a/>", "<!-- x --><?xml version=\"1.0\"?><a/>",
            "<?xml version=\"1.0\" encoding=\"" + String(repeating: " ", count: 300) + "UTF-8\"?><a/>",
        ])
    func refused(_ text: String) {
        #expect(refusalCode { _ = try parse(text) } == "D002")
    }

    @Test("UTF-16 in either order and EBCDIC are refused with D002")
    func otherEncodings() {
        let little = "<a/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = "<a/>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, [0x4C, 0x6F, 0xA7, 0x94]] {
            #expect(refusalCode { _ = try Document.parse(bytes) } == "D002")
        }
    }

    @Test("Every document cut short is refused, wherever the cut is")
    func cutShort() {
        let whole = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b='c&amp;'><!--d--><![CDATA[e]]>å</a>".utf8)
        for length in 0..<whole.count {
            #expect(refusalCode { _ = try Document.parse(Array(whole[..<length])) } != nil, "\(length) bytes")
        }
        #expect(refusalCode { _ = try Document.parse(whole) } == nil)
    }
}
