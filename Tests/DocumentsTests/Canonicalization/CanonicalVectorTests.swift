import Testing

@testable import Documents

@Suite("Canonical bytes of others", .enabled(if: DocumentCorpus.isPresent))
struct CanonicalVectorTests {
    private static let inputs = "libxml2-c14n-inputs.tar.gz"
    private static let expected = "libxml2-c14n-expected.tar.gz"

    /// First element of this name anywhere.
    private func first(_ name: String, under element: Element) -> Element? {
        for child in element.children {
            if child.name == name { return child }
            if let found = first(name, under: child) { return found }
        }
        return nil
    }

    @Test(
        "libxml2's exclusive vectors that cut out a whole subtree agree byte for byte",
        arguments: [
            ("merlin-c14n-two-09", "Something", []), ("merlin-c14n-two-18", "Something", ["#default"]), ("test-2", "SignedInfo", []),
            ("test-0", "e6", []), ("test-1", "e6", ["a"]),
        ])
    func library(_ name: String, _ element: String, _ prefixes: [String]) throws {
        let inputs = try DocumentCorpus.archive("c14n/\(Self.inputs)")
        let outputs = try DocumentCorpus.archive("c14n/\(Self.expected)")
        // Two of them have a DTD that only says this default; written out, it means the same to a reader without DTD.
        let source = text(try #require(inputs["test/c14n/exc-without-comments/\(name).xml"]))
            .replacing("<!DOCTYPE doc [<!ATTLIST e9 attr CDATA \"default\">]>", with: "").replacing("<e9 ", with: "<e9 attr=\"default\" ")
        let target = try #require(first(element, under: try parse(source).root))
        let bytes = try Canonicalizer.bytes(target, inclusivePrefixes: prefixes)
        #expect(text(bytes) == text(try #require(outputs["result/c14n/exc-without-comments/\(name)"])))
    }

    @Test(
        "The interoperability set Y1 agrees byte for byte",
        arguments: [("Object", [], 0), ("Object", ["bar", "#default"], 1), ("SignedInfo", [], 4)])
    func interoperability(_ element: String, _ prefixes: [String], _ number: Int) throws {
        let files = try DocumentCorpus.archive("c14n/santuario-interop-c14n.tar.gz")
        let folder = "src/test/resources/interop/c14n/Y1"
        let document = try Document.parse(try #require(files["\(folder)/exc-signature.xml"]))
        let target = try #require(first(element, under: document.root))
        #expect(
            text(try Canonicalizer.bytes(target, inclusivePrefixes: prefixes)) == text(try #require(files["\(folder)/c14n-\(number).txt"])))
    }

    @Test(
        "Whole documents of the canonicalization sets come out as xmllint writes them", .enabled(if: Tool.isInstalled("xmllint")),
        arguments: [inputs, "santuario-interop-c14n.tar.gz", "w3c-c14n11.tar.gz"])
    func wholeDocuments(_ archive: String) throws {
        var compared = 0
        for (file, bytes) in try DocumentCorpus.archive("c14n/\(archive)") where file.hasSuffix(".xml") || file.hasSuffix(".xpath") {
            // xmllint writes comments.
            guard !text(bytes).contains("<!--"), let document = Measured(bytes).document else { continue }
            let foreign = try Tool.run("xmllint", ["--exc-c14n"], file: bytes)
            guard foreign.status == 0, !foreign.output.isEmpty else {
                #expect(refusalCode { _ = try Canonicalizer.bytes(document.root) } == "D009", "\(file)")
                continue
            }
            #expect(try Canonicalizer.bytes(document.root) == foreign.output, "\(file)")
            compared += 1
        }
        print("\(archive): \(compared) compared")
        #expect(compared > 0)
    }
}
