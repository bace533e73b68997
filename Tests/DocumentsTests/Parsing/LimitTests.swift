import Testing

@testable import Documents

@Suite("Limits and forbidden markup")
struct LimitTests {
    @Test("A document of exactly the maximum size is taken and one byte more is D001")
    func size() {
        var limits = DocumentLimits()
        limits.maximumBytes = 20
        let fits = "<a>" + String(repeating: "x", count: 13) + "</a>"
        #expect(refusalCode { _ = try parse(fits, limits: limits) } == nil)
        #expect(refusalCode { _ = try parse(fits + "\n", limits: limits) } == "D001")
    }

    @Test(
        "Ill-formed UTF-8 and NUL are D003, with the line",
        arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5], [0]])
    func utf8(_ bytes: [Int]) {
        let refusal = Measured(Array("<a>\n\n".utf8) + bytes.map { UInt8($0) } + Array("</a>".utf8)).refusal
        #expect(refusal?.code == "D003")
        #expect(refusal?.place.line == 3)
    }

    @Test(
        "DOCTYPE is D004 wherever it stands before the root",
        arguments: [
            "<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<!-- x --><!DOCTYPE a SYSTEM 'b'><a/>",
        ])
    func documentType(_ text: String) {
        #expect(refusalCode { _ = try parse(text) } == "D004")
    }

    @Test(
        "Processing instructions are D005 before, inside and after the root",
        arguments: ["<?b?><a/>", "<a>\n<?b c?></a>", "<a/><?b?>", "<?xml-stylesheet href='x'?><a/>"])
    func processingInstruction(_ text: String) {
        #expect(refusalCode { _ = try parse(text) } == "D005")
    }

    @Test("Text that only looks like forbidden markup is taken")
    func lookalikes() throws {
        let document = try parse(
            "<a b='?><!DOCTYPE'><![CDATA[<!DOCTYPE x><?pi?>&lol;]]><!-- <?pi?> &x; <!DOCTYPE> --></a>".replacing("?><!", with: "?>&lt;!"))
        #expect(document.root.attribute("b") == "?><!DOCTYPE")
    }

    @Test(
        "Entities other than the five of XML are refused",
        arguments: [
            "<a>&nbsp;</a>", "<a b='&x;'/>", "<a>&;</a>", "<a>& </a>", "<a>&amp</a>", "<a>&#;</a>", "<a>&#x110000;</a>", "<a>&#0;</a>",
        ])
    func entities(_ text: String) {
        #expect(refusalCode { _ = try parse(text) } == "D007")
    }

    @Test("The five entities of XML and characters by number are taken")
    func references() throws {
        #expect(try parse("<a>&amp;&lt;&gt;&quot;&apos;&#229;&#xE5;</a>").root.text() == "&<>\"'åå")
    }

    struct Edge: Sendable, CustomTestStringConvertible {
        var name: String
        var make: @Sendable (Int) -> String
        var limit: Int
        var testDescription: String { name }
    }

    static let edges: [Edge] = [
        Edge(name: "depth", make: { String(repeating: "<a>", count: $0) + String(repeating: "</a>", count: $0) }, limit: 64),
        Edge(name: "attributes", make: { "<a" + (0..<$0).map { " a\($0)='1'" }.joined() + "/>" }, limit: 64),
        Edge(name: "namespaces", make: { "<a" + (0..<$0).map { " xmlns:a\($0)='urn:\($0)'" }.joined() + "/>" }, limit: 32),
        Edge(name: "name bytes", make: { "<" + String(repeating: "a", count: $0) + "/>" }, limit: 256),
        Edge(name: "name bytes", make: { "<a " + String(repeating: "b", count: $0) + "='1'/>" }, limit: 256),
        Edge(name: "attribute bytes", make: { "<a b='" + String(repeating: "c", count: $0) + "'/>" }, limit: 64 * 1024),
        Edge(name: "nodes", make: { "<a>" + String(repeating: "<b/>", count: $0 - 1) + "</a>" }, limit: 200_000),
        Edge(name: "nodes", make: { "<a>" + String(repeating: "&#65;", count: $0 - 2) + "</a>" }, limit: 200_000),
        Edge(name: "text bytes", make: { "<a>" + String(repeating: "c", count: $0) + "</a>" }, limit: 8 * 1024 * 1024),
        Edge(name: "text bytes", make: { "<a><![CDATA[" + String(repeating: "c", count: $0) + "]]></a>" }, limit: 8 * 1024 * 1024),
        Edge(name: "text bytes", make: { "<a><!--" + String(repeating: "c", count: $0) + "--></a>" }, limit: 8 * 1024 * 1024),
        Edge(
            name: "namespaces in scope",
            make: { count in
                let levels = (0..<count).map { "<a xmlns:n\($0)='urn:\($0)'" + (0..<7).map { " xmlns:m\($0)='urn:\($0)'" }.joined() + ">" }
                return levels.joined() + String(repeating: "</a>", count: count)
            }, limit: 32),
    ]

    @Test("A document at a limit is taken and one step beyond is D006 naming the limit", arguments: edges)
    func limits(_ edge: Edge) {
        #expect(refusalCode { _ = try parse(edge.make(edge.limit)) } == nil)
        let beyond = Measured(Array(edge.make(edge.limit + 1).utf8)).refusal
        #expect(beyond?.code == "D006")
        #expect(beyond?.detail == edge.name)
    }

    @Test("Siblings give their namespaces back, so that many in a row are no violation")
    func siblingNamespaces() {
        let child = "<b" + (0..<30).map { " xmlns:n\($0)='urn:\($0)'" }.joined()
        #expect(refusalCode { _ = try parse("<a>" + String(repeating: child + "/>" + child + "></b>", count: 50) + "</a>") } == nil)
    }

    @Test("A SOAP envelope may hold no comment, a business message may")
    func comments() {
        #expect(refusalCode { _ = try parse("<a><!-- b --></a>", limits: .soapHeader) } == "D014")
        #expect(refusalCode { _ = try parse("<a><!-- b --></a>") } == nil)
    }

    @Test(
        "What is not well-formed is D007",
        arguments: [
            "", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>b", "<a b/>", "<a b='1' b='2'/>", "<a b=1/>", "<a b='<'/>", "<a><!-- -- --></a>",
            "<a>]]></a>",
            "<a:b/>", "<a xmlns:b=''/>", "<a xmlns:b='u' xmlns:c='u' b:d='1' c:d='2'/>", "<1/>", "<a><![CDATA[</a>", "<a>\u{8}</a>",
            "<a>\u{FFFE}</a>",
            "<![CDATA[x]]><a/>", "<a/><![CDATA[x]]>", "<a b='1'c='2'/>", "<a / >", "< a/>", "<a:b:c xmlns:a='u'/>",
            "<a><!ELEMENT b ANY></a>", "<a><!doctype b></a>",
            "<é\u{301}></é>", "<a xmlns:xml='urn:other'/>", "<a xmlns:b='http://www.w3.org/2000/xmlns/'/>",
        ])
    func malformed(_ text: String) {
        #expect(refusalCode { _ = try parse(text) } == "D007")
    }

    @Test("A refusal tells path and line, and shows no character that could steer a terminal")
    func place() {
        let refusal = Measured(Array("<eb:a>\n<eb:öb\u{1B}\u{202E}c>\n<?pi?></eb:a>".utf8)).refusal
        #expect(refusal?.place == Place(path: "/eb:a/eb:öb??c", line: 3))
    }

    @Test("Before namespaces are known, names with a stranger's prefix are stars, and so are names with a number in them")
    func strangersNames() {
        let refusal = Measured(Array("<eb:a>\n<kalle:anka><eb:p191212121212><sam:Tilda><sam:Patient><?pi?></eb:a>".utf8)).refusal
        #expect(refusal?.place == Place(path: "/eb:a/*/*/*/sam:Patient", line: 2))
    }
}
