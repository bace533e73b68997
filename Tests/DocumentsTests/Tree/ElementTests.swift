import Testing

@testable import Documents

@Suite("Reading elements")
struct ElementTests {
    let source = """
        <m:a xmlns:m="urn:m" xmlns="urn:d" Id="r" m:kind="one">
          <m:b>first</m:b>
          <b>default</b>
          <m:b n="2"><c xmlns="">deep</c></m:b>
          <!-- between -->
        </m:a>
        """

    @Test("Names, namespaces and prefixes are read apart")
    func names() throws {
        let root = try parse(source).root
        #expect(root.name == "a" && root.namespace == "urn:m" && root.prefix == "m")
        #expect(root.children.map(\.name) == ["b", "b", "b"])
        #expect(root.children.map(\.namespace) == ["urn:m", "urn:d", "urn:m"])
        let deep = try #require(root.children.last?.children.first)
        #expect(deep.namespace == nil && deep.prefix == nil)
        #expect(deep.parent?.parent == root)
        #expect(root.parent == nil)
    }

    @Test("Children are found by namespace and local name only")
    func children() throws {
        let root = try parse(source).root
        #expect(root.children("b", in: "urn:m").count == 2)
        #expect(try root.child("b", in: "urn:d")?.text() == "default")
        #expect(root.child("b", in: "urn:x") == nil)
        #expect(try root.only("b", in: "urn:d").text() == "default")
        #expect(root.is("a", in: "urn:m") && !root.is("a", in: "urn:d"))
    }

    @Test("Exactly one child is demanded, at the place of its parent", arguments: [("b", "urn:m"), ("x", "urn:m")])
    func only(_ name: String, _ namespace: String) throws {
        let root = try parse(source).root
        let refusal = #expect(throws: Refusal.self) { try root.only(name, in: namespace) }
        #expect(refusal?.code == "D015")
        #expect(refusal?.place.path == "/*")
    }

    @Test("Attributes are read by namespace and local name; declarations are none")
    func attributes() throws {
        let root = try parse(source).root
        #expect(root.attribute("Id") == "r")
        #expect(root.attribute("kind") == nil)
        #expect(root.attribute("kind", in: "urn:m") == "one")
        #expect(root.attribute("Id", in: "urn:m") == nil)
        #expect(root.attributeNames == [QualifiedName("Id"), QualifiedName("kind", in: "urn:m")])
    }

    @Test("An attribute value is normalised once and its references are resolved")
    func attributeValue() throws {
        #expect(try parse("<a b='&lt;&#10;x\ny&amp;amp;'/>").root.attribute("b") == "<\nx y&amp;")
    }

    @Test(
        "Text is all text and CDATA together",
        arguments: [("<a/>", ""), ("<a>b<![CDATA[<c>]]>d&amp;</a>", "b<c>d&"), ("<a>å\r\nä</a>", "å\nä")])
    func wholeText(_ source: String, _ expected: String) throws {
        #expect(try parse(source).root.text() == expected)
    }

    @Test("Anything but text inside an element is D012", arguments: ["<a>12<!-- x -->34</a>", "<a>12<b/>34</a>", "<a><!-- x --></a>"])
    func mixedText(_ source: String) throws {
        let root = try parse(source).root
        #expect(refusalCode { _ = try root.text() } == "D012")
    }

    @Test(
        "A place is a path in our prefixes with positions where siblings share the name, and a line",
        arguments: ["urn:sluss:m", "urn:sluss:samverkan:1"])
    func place(_ namespace: String) throws {
        let text = source.replacing("urn:m", with: namespace).replacing("m:a", with: "m:Plan").replacing("m:b", with: "m:Insats")
        let root = try parse(text).root
        #expect(root.place == Place(path: "/sam:Plan", line: 1))
        #expect(root.children.map(\.place.path) == ["/sam:Plan/sam:Insats[1]", "/sam:Plan/*[2]", "/sam:Plan/sam:Insats[2]"])
        #expect(root.children[2].children[0].place.line == 4)
    }

    @Test("Names of a foreign vocabulary are anybody's text: the path shows stars and positions")
    func foreignPlace() throws {
        let root = try parse("<x:Tilda xmlns:x='urn:x' xmlns:Provberg='urn:sluss:samverkan:1'><Provberg:Patient/><Malte/></x:Tilda>").root
        #expect(root.place.path == "/*")
        #expect(root.children.map(\.place.path) == ["/*/sam:Patient", "/*/*[2]"])
        let undeclared = try parse("<sam:Patient xmlns:sam='urn:sluss:samverkan:1'><sam:Tilda/></sam:Patient>").root
        #expect(undeclared.children.map(\.place.path) == ["/sam:Patient/*"], "our namespace, and no name of our schemas")
        let number = try parse("<sam:N191212121212 xmlns:sam='urn:sluss:samverkan:1'/>").root
        #expect(number.place.path == "/*")
    }

    @Test("A line beyond what the tree can count is unknown rather than wrong")
    func farLine() throws {
        let root = try parse("<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>").root
        #expect(root.children[0].place == Place(path: "/*/*", line: nil))
    }

    @Test("Prefixes are resolved where they stand")
    func prefixes() throws {
        let root = try parse(source).root
        let deep = root.children[2].children[0]
        #expect(deep.namespace(of: "m") == "urn:m" && deep.namespace(of: nil) == nil)
        #expect(root.namespace(of: nil) == "urn:d" && root.namespace(of: "x") == nil)
    }

    @Test("An element keeps its document alive")
    func lifetime() throws {
        func element() throws -> Element { try parse(source).root.children[0] }
        #expect(try element().text() == "first")
    }

    @Test("Views are equal when they show the same node, not the same content")
    func equality() throws {
        let root = try parse("<a><b/><b/></a>").root
        #expect(root.children[0] == root.children[0])
        #expect(root.children[0] != root.children[1])
    }
}
