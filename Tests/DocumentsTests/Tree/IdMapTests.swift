import Testing

@testable import Documents

@Suite("Ids")
struct IdMapTests {
    static let wsu = "xmlns:wsu='\(IdMap.utilityNamespace)'"

    @Test("Id and wsu:Id resolve references; other Id-like attributes only count as taken")
    func resolves() throws {
        let document = try parse("<a \(Self.wsu) Id='r'><b wsu:Id='w'/><c ID='u'/><d id='l'/><e xml:id='x'/><f Id='é-1.2'/></a>")
        let map = try document.idMap()
        #expect(map.element("r") == document.root)
        #expect(map.element("w")?.name == "b")
        #expect(map.element("é-1.2")?.name == "f")
        for other in ["u", "l", "x", "", "nowhere"] { #expect(map.element(other) == nil) }
    }

    @Test(
        "A value used twice is D008 in every mixture of Id-like attributes",
        arguments: [
            "<a Id='x'><b Id='x'/></a>", "<a Id='x'><b wsu:Id='x'/></a>", "<a Id='x'><b ID='x'/></a>", "<a wsu:Id='x'><b id='x'/></a>",
            "<a><b xml:id='x'/><c Id='x'/></a>",
            "<a Id='x' wsu:Id='x'/>", "<a><b><c Id='x'/></b><d><e ID='x'/></d></a>", "<a xml:id='x'><b wsu:Id='x'/></a>",
        ])
    func duplicate(_ source: String) throws {
        let declared = source.replacing("<a", with: "<a \(Self.wsu)", maxReplacements: 1)
        let document = try parse(declared)
        #expect(refusalCode { _ = try document.idMap() } == "D008")
    }

    @Test("Attributes named Id in another namespace are not Ids")
    func foreignId() throws {
        let map = try parse("<a xmlns:o='urn:o' Id='x'><b o:Id='x'/></a>").idMap()
        #expect(map.element("x")?.name == "a")
    }

    @Test("The map is made of the tree as it is now")
    func changes() throws {
        let document = try parse("<a><b Id='x'/></a>")
        document.root.children[0].remove()
        #expect(try document.idMap().element("x") == nil)
        try document.root.append(Markup("c", attributes: [("Id", "x")]))
        #expect(try document.idMap().element("x")?.name == "c")
    }
}
