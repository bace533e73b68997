import Testing

@testable import Documents

@Suite("Exclusive canonicalization")
struct CanonicalizerTests {
    @Test("A subtree declares what it uses and nothing else")
    func subtree() throws {
        let root = try parse("<a xmlns='urn:d' xmlns:p='urn:p' xmlns:q='urn:q' xml:lang='sv'><p:b q:x='1' y='2'><c/><!-- x --></p:b></a>")
            .root
        #expect(
            text(try Canonicalizer.bytes(root.children[0]))
                == "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" y=\"2\" q:x=\"1\"><c xmlns=\"urn:d\"></c></p:b>")
    }

    @Test("Inclusive prefixes are declared where the subtree begins")
    func inclusivePrefixes() throws {
        let root = try parse("<a xmlns='urn:d' xmlns:p='urn:p' xmlns:q='urn:q'><p:b/></a>").root
        let bytes = try Canonicalizer.bytes(root.children[0], inclusivePrefixes: ["q", "#default", "unknown"])
        #expect(text(bytes) == "<p:b xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"></p:b>")
    }

    @Test("The excluded element vanishes with everything inside, its surroundings stay byte for byte")
    func excluding() throws {
        let root = try parse("<a>\n <b>x</b>\n <s:s xmlns:s='urn:s' y='1'><s:t>z</s:t></s:s>\n</a>").root
        #expect(text(try Canonicalizer.bytes(root, excluding: root.children[1])) == "<a>\n <b>x</b>\n \n</a>")
        #expect(text(try Canonicalizer.bytes(root.children[0], excluding: root.children[1])) == "<b>x</b>")
    }

    @Test("Nothing to canonicalize is D009, not an empty digest")
    func empty() throws {
        let root = try parse("<a><b><c/></b></a>").root
        #expect(refusalCode { _ = try Canonicalizer.bytes(root, excluding: root) } == "D009")
        #expect(refusalCode { _ = try Canonicalizer.bytes(root.children[0].children[0], excluding: root.children[0]) } == "D009")
    }

    @Test(
        "A relative namespace is D009 with no output",
        arguments: ["<a xmlns='rel'/>", "<a><b xmlns:p='../x' p:c='1'/></a>", "<a><b xmlns:p='foo'/></a>"])
    func relativeNamespace(_ source: String) throws {
        let document = try parse(source)
        #expect(refusalCode { _ = try Canonicalizer.bytes(document.root) } == "D009")
    }

    @Test("Elements of another document are not mixed up")
    func otherDocument() throws {
        let one = try parse("<a><b/></a>")
        let other = try parse("<c><d/></c>")
        #expect(text(try Canonicalizer.bytes(one.root, excluding: other.root.children[0])) == "<a><b></b></a>")
    }

    @Test("A long output comes in pieces and complete")
    func streams() throws {
        let document = try parse("<a>" + String(repeating: "<b>åäö</b>", count: 5_000) + "</a>")
        var pieces = 0
        var bytes: [UInt8] = []
        try Canonicalizer.canonicalize(document.root) {
            pieces += 1
            bytes.append(contentsOf: $0)
        }
        #expect(pieces > 1)
        #expect(text(bytes) == "<a>" + String(repeating: "<b>åäö</b>", count: 5_000) + "</a>")
    }

    @Test("Time grows with the document, not with its square")
    func linear() throws {
        func seconds(_ count: Int) throws -> Double {
            let document = try parse("<a Id='r'><s/>" + String(repeating: "<b c='1'>x</b>", count: count) + "</a>")
            let start = Measured.processorSeconds()
            _ = try Canonicalizer.bytes(document.root, excluding: document.root.children[0])
            return Measured.processorSeconds() - start
        }
        let few = try seconds(4_000)
        let many = try seconds(32_000)
        print("canonicalization: 4 000 elements \(few) s, 32 000 elements \(many) s")
        // Eight times the work; 64 times if it were quadratic.
        #expect(many < 32 * max(few, 0.001))
    }

    @Test("The largest namespace stack that the limits let through is canonicalized in a second")
    func deepNamespaces() throws {
        var source = ""
        for level in 0..<8 {
            source += "<a" + (0..<32).map { " xmlns:n\(level)_\($0)='urn:\(level):\($0)' n\(level)_\($0):x='1'" }.joined() + ">"
        }
        source += String(repeating: "<n0_0:b/>", count: 190_000) + String(repeating: "</a>", count: 8)
        let measured = Measured(Array(source.utf8))
        let document = try #require(measured.document)
        let start = Measured.processorSeconds()
        let bytes = try Canonicalizer.bytes(document.root.children[0])
        let seconds = Measured.processorSeconds() - start
        print("256 namespaces in scope, 190 000 elements: parsed in \(measured.seconds) s, canonicalized in \(seconds) s")
        #expect(bytes.count > 190_000 * 17)
        #expect(measured.seconds < 1)
        #expect(seconds < 1)
    }
}
