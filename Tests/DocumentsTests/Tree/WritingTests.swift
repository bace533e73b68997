import Testing

@testable import Documents

@Suite("Writing documents")
struct WritingTests {
    let markup = Markup(
        "m:a", namespaces: ["m": "urn:m", "": "urn:d"], attributes: [("Id", "r"), ("m:kind", "<&\"\n")],
        content: [
            .element(Markup("b", text: "å<&>\r\u{1F600}")), .text("tail"),
            .element(Markup("m:c", namespaces: ["n": "urn:n"], children: [Markup("n:d")])),
        ])

    @Test("A value tree is written and reads back the same")
    func roundTrip() throws {
        let bytes = try Document(markup).serialized()
        #expect(text(bytes).hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<m:a xmlns=\"urn:d\" xmlns:m=\"urn:m\""))
        let root = try Document.parse(bytes).root
        #expect(root.attribute("kind", in: "urn:m") == "<&\"\n")
        #expect(try root.only("b", in: "urn:d").text() == "å<&>\r\u{1F600}")
        #expect(try root.only("c", in: "urn:m").only("d", in: "urn:n").text() == "")
    }

    @Test("Writing keeps the canonical form, so that signatures inside survive")
    func keepsCanonicalForm() throws {
        let source = "<a  b = 'x&#13;&#10;y'\n c=\"&lt;\"><![CDATA[<]]>\r\n&#13;<!-- z --><d:e xmlns:d='urn:d'/>&gt;</a>"
        let document = try parse(source)
        let again = try Document.parse(try document.serialized())
        #expect(try Canonicalizer.bytes(document.root) == Canonicalizer.bytes(again.root))
    }

    @Test("Elements are put last, before another, and taken out")
    func places() throws {
        let document = try parse("<a><b/></a>")
        let root = document.root
        let last = try root.append(Markup("c"))
        let first = try root.insert(Markup("d"), before: root.children[0])
        let between = try root.insert(Markup("e"), before: last)
        #expect(root.children.map(\.name) == ["d", "b", "e", "c"])
        #expect(root.children == [first, root.children[1], between, last])
        between.remove()
        #expect(root.children.map(\.name) == ["d", "b", "c"])
        #expect(between.name == "e" && between.parent == nil)
        root.remove()
        #expect(document.root.children.count == 3)
    }

    @Test("Removed elements stay readable and do not disturb the document")
    func removedStays() throws {
        let document = try parse("<a xmlns:p='urn:p'><p:b xml:id='x'><p:c>text</p:c></p:b></a>")
        let removed = document.root.children[0]
        removed.remove()
        removed.remove()
        #expect(try removed.children[0].text() == "text")
        #expect(removed.children[0].namespace == "urn:p")
        #expect(text(try Canonicalizer.bytes(document.root)) == "<a></a>")
        #expect(refusalCode { _ = try Canonicalizer.bytes(removed) } == "D009")
    }

    @Test("Prefixes declared above are used, and nothing is declared twice")
    func inheritsPrefixes() throws {
        let document = try parse("<a xmlns='urn:d' xmlns:p='urn:p'/>")
        try document.root.append(Markup("p:b", attributes: [("p:c", "1"), ("d", "2")], children: [Markup("e")]))
        #expect(text(try document.serialized()).contains("<p:b p:c=\"1\" d=\"2\"><e/></p:b>"))
        #expect(document.root.children[0].children[0].namespace == "urn:d")
    }

    @Test("Attributes are written and replaced")
    func setters() throws {
        let root = try parse("<a xmlns:p='urn:p' b='1'>text</a>").root
        try root.setAttribute("b", "2")
        try root.setAttribute("p:d", "3")
        #expect(text(try Canonicalizer.bytes(root)) == "<a xmlns:p=\"urn:p\" b=\"2\" p:d=\"3\">text</a>")
        #expect(refusalCode { try root.setAttribute("q:d", "3") } == "D013")
        #expect(refusalCode { try root.setAttribute("xmlns:q", "urn:q") } == "D013")
    }

    @Test(
        "What cannot be written as XML is D013",
        arguments: [
            Markup("1a"), Markup(""), Markup("a b"), Markup("a:b:c"), Markup("p:a"), Markup(":a"), Markup("a\0"),
            Markup("a", text: "\u{0}"), Markup("a", text: "\u{1F}"),
            Markup("a", text: "\u{FFFF}"), Markup("a", attributes: [("b", "\u{8}")]), Markup("a", attributes: [("b c", "")]),
            Markup("a", attributes: [("xmlns", "urn:x")]),
            Markup("a", namespaces: ["p": ""]), Markup("a", namespaces: ["1": "urn:x"]), Markup("a", namespaces: ["xml": "urn:x"]),
            Markup("a", children: [Markup("q:b")]),
        ])
    func unwritable(_ markup: Markup) throws {
        #expect(refusalCode { _ = try Document(markup) } == "D013")
        let document = try parse("<r/>")
        #expect(refusalCode { try document.root.append(markup) } == "D013")
        #expect(text(try Canonicalizer.bytes(document.root)) == "<r></r>")
    }

    @Test("A sibling that is no child is refused")
    func foreignSibling() throws {
        let root = try parse("<a><b><c/></b></a>").root
        #expect(refusalCode { try root.insert(Markup("d"), before: root.children[0].children[0]) } == "D013")
    }
}
