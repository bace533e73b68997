import Testing

@testable import AS4

@Suite("Content-Type")
struct MediaTypeTests {
    @Test(
        "What peers send is read",
        arguments: [
            ("multipart/related; type=\"a/b\"; boundary=\"a=b\"", "multipart/related", ["type": "a/b", "boundary": "a=b"]),
            ("Multipart/Related;boundary=--=_Part_0_1.2;type=a/b+c", "multipart/related", ["boundary": "--=_Part_0_1.2", "type": "a/b+c"]),
            ("application/soap+xml;charset=UTF-8", "application/soap+xml", ["charset": "UTF-8"]),
            ("text/xml ;\tcharset = \"utf-8\" ;", "text/xml", ["charset": "utf-8"]),
            ("a/b; c=\"x\\\"y;z\"", "a/b", ["c": "x\"y;z"]), ("a/b; start=<x@y>", "a/b", ["start": "<x@y>"]),
            ("a/b; boundary=", "a/b", ["boundary": ""]),
        ] as [(String, String, [String: String])])
    func read(_ text: String, _ name: String, _ parameters: [String: String]) throws {
        let type = try MediaType(parsing: text)
        #expect(type.name == name && type.parameters == parameters)
    }

    @Test(
        "What two readers could read differently is refused",
        arguments: [
            ("", "A001"), ("text", "A001"), ("text/", "A001"), ("text/xml charset=utf-8", "A001"), ("a/b; c", "A001"),
            ("a/b; c=\"x", "A001"),
            ("a/b; c=1; C=2", "A001"), ("a/b; c*=utf-8''x", "A001"), ("a/b; c=\"x\ny\"", "A001"), ("a/b, c/d", "A001"), ("a/b; =c", "A001"),
            ("a/b; boundary=x; Boundary=x", "A002"), ("a/b; boundary*0=x; boundary*1=y", "A002"),
        ])
    func refused(_ text: String, _ code: String) {
        #expect(Verdict { try MediaType(parsing: text) }.code == code)
    }

    @Test(
        "A cid: URI and a Content-ID are compared after decoding the URI only",
        arguments: [
            ("cid:message", "message"), ("cid:a%40b", "a@b"), ("cid:%E5", nil), ("cid:%4", nil), ("cid:", nil), ("cid:a%00b", nil),
            ("http://x/", nil),
            ("message", nil), ("CID:x", nil), ("cid:a b", nil), ("cid:../../etc/passwd", "../../etc/passwd"),
        ] as [(String, String?)])
    func contentID(_ uri: String, _ id: String?) {
        #expect(ContentID.parse(uri: uri) == id)
    }

    @Test("Each Content-ID comes back from its URI")
    func contentIDRoundTrip() {
        let id = String((0x21...0x7E).filter { $0 != 0x3C && $0 != 0x3E }.map { Character(UnicodeScalar(UInt8($0))) })
        #expect(ContentID.parse(uri: ContentID.uri(id)) == id)
        #expect(ContentID.parse(header: "<\(id)>") == id)
    }

    @Test("Delimiters are found at every length of content around the line end", arguments: 0..<12)
    func splitting(_ count: Int) throws {
        let content = Array(repeating: UInt8(ascii: "-"), count: count)
        let entity = try MultipartWriter.entity(
            envelope: Array("<e/>".utf8),
            parts: [("x", content), ("y", [0x0D, 0x0A])].map { .init(contentID: $0.0, contentType: "a/b", content: $0.1) })
        let unpacked = try UnpackedEntity(entity)
        #expect(unpacked.envelope == Array("<e/>".utf8))
        #expect(try unpacked.contents() == [content, [0x0D, 0x0A]])
    }
}
