import Foundation
import Testing

@testable import Documents

/// The count of refused loads is one for the process: every test that looks at it or raises it stands in this suite.
@Suite("Attacks and foreign files", .serialized)
struct ForeignFileTests {
    /// Files beside the package with the codes that may refuse them; none means the file is taken.
    static let attacks: [(file: String, codes: Set<String>)] = [
        ("xml-dos/attrs-10000.xml.gz", ["D006"]), ("xml-dos/attrs-50000.xml.gz", ["D006"]), ("xml-dos/charrefs-1M.xml.gz", ["D006"]),
        ("xml-dos/depth-1000000.xml.gz", ["D006"]), ("xml-dos/lol-10x9.xml", ["D004"]), ("xml-dos/lol-attr.xml", ["D004"]),
        ("xml-dos/ns-stack-200x200.xml.gz", ["D006"]), ("xml-dos/nsdecl-20000.xml.gz", ["D006"]),
        ("xml-dos/quadratic-100kx2k.xml.gz", ["D004"]),
        ("xml-dos/quadratic-attr.xml.gz", ["D004"]), ("xml-dos/siblings-5M.xml.gz", ["D001"]), ("xml-dos/text-11MB.xml.gz", ["D001"]),
        ("xml-encoding/beyond-10ffff.xml", ["D003"]), ("xml-encoding/c0-control.xml", ["D007"]), ("xml-encoding/ebcdic.xml", ["D002"]),
        ("xml-encoding/fffe.xml", ["D007"]), ("xml-encoding/leading-space.xml", ["D002"]), ("xml-encoding/nul-after-root.xml", ["D003"]),
        ("xml-encoding/overlong-slash-3byte.xml", ["D003"]), ("xml-encoding/standalone-bad.xml", ["D002"]),
        ("xml-encoding/trailing-garbage.xml", ["D007"]),
        ("xml-encoding/two-roots.xml", ["D007"]), ("xml-encoding/utf16-declared-utf8-bytes.xml", ["D002"]),
        ("xml-encoding/utf16le-bom.xml", ["D002"]),
        ("xml-encoding/utf7.xml", ["D002"]), ("xml-encoding/xml11.xml", ["D002"]), ("xml-encoding/xml19.xml", ["D002"]),
    ]

    @Test(
        "Each hostile document is refused within a second of processor time and nothing is loaded", .enabled(if: DocumentCorpus.isPresent),
        arguments: attacks)
    func attack(_ file: String, _ codes: Set<String>) throws {
        let loads = LibXML.deniedLoads
        let measured = Measured(try DocumentCorpus.bytes(file))
        #expect(codes.contains(try #require(measured.refusal).code), "\(file) \(measured.refusal?.code ?? "-")")
        #expect(measured.seconds < 1)
        #expect(LibXML.deniedLoads == loads)
    }

    @Test(
        "The shapes are refused too when the size limit alone would let them pass", .enabled(if: DocumentCorpus.isPresent),
        arguments: [("xml-dos/siblings-5M.xml.gz", "nodes"), ("xml-dos/text-11MB.xml.gz", "text bytes")])
    func largeShapes(_ file: String, _ limit: String) throws {
        var limits = DocumentLimits()
        limits.maximumBytes = 100_000_000
        let measured = Measured(try DocumentCorpus.bytes(file), limits: limits)
        #expect(measured.refusal?.detail == limit)
        #expect(measured.seconds < 1)
    }

    @Test(
        "Every member of an archive of hostile documents is refused unless its list says it is harmless",
        .enabled(if: DocumentCorpus.isPresent),
        arguments: ["payloadsallthethings-xxe", "libxml2-recurse", "libxml2-errors", "defusedxml-testdata"])
    func archives(_ name: String) throws {
        let loads = LibXML.deniedLoads
        // Well-formed, no DTD. The third control of the set, simple-ns, has a processing instruction.
        let harmless: Set<String> = ["defusedxml-schema-include.xsd", "defusedxml-simple.xml"]
        for (file, bytes) in try DocumentCorpus.archive("xml-entity/\(name).tar.gz") where !file.hasSuffix("MANIFEST.tsv") {
            let measured = Measured(bytes)
            #expect((measured.refusal == nil) == harmless.contains(file), "\(file) \(measured.refusal?.code ?? "taken")")
            #expect(measured.seconds < 1, "\(file)")
        }
        #expect(LibXML.deniedLoads == loads)
    }

    @Test("Each payload of the lists is refused line by line", .enabled(if: DocumentCorpus.isPresent))
    func payloadLines() throws {
        let loads = LibXML.deniedLoads
        let files = try DocumentCorpus.archive("xml-entity/payloadsallthethings-xxe.tar.gz")
        let lines = files.filter { $0.key.hasSuffix(".txt") }.flatMap { $0.value.split(separator: Ascii.newline) }
        #expect(lines.count > 20)
        let foreign = ["<!DOCTYPE", "<!ENTITY", "SYSTEM", "%"]
        for line in lines where foreign.contains(where: { text(Array(line)).contains($0) }) {
            #expect(Measured(Array(line)).refusal != nil, "\(text(Array(line)))")
        }
        #expect(LibXML.deniedLoads == loads)
    }

    @Test("XInclude is never done: the element stays what it is", .enabled(if: DocumentCorpus.isPresent))
    func inclusion() throws {
        let loads = LibXML.deniedLoads
        let files = try DocumentCorpus.archive("xml-entity/libxml2-xinclude.tar.gz").filter { $0.key.hasSuffix(".xml") }
        var kept = 0
        for (file, bytes) in files {
            guard let document = Measured(bytes).document else { continue }
            let written = text(try Canonicalizer.bytes(document.root))
            let source = text(bytes)
            #expect(written.contains("include") == source.contains("include"), "\(file)")
            kept += source.contains("include") ? 1 : 0
        }
        #expect(kept > 5)
        #expect(LibXML.deniedLoads == loads)
    }

    @Test(
        "A schema that asks for a file outside its table does not compile", .enabled(if: DocumentCorpus.isPresent),
        arguments: ["import-http.xsd", "include-file.xsd", "redefine-traversal.xsd"])
    func foreignSchema(_ file: String) throws {
        let loads = LibXML.deniedLoads
        let bytes = try DocumentCorpus.bytes("xsd/\(file)")
        let code = refusalCode { _ = try Schema(main: file, files: [file: bytes]) }
        #expect(code == "D011")
        #expect(LibXML.deniedLoads > loads)
    }

    @Test("An include of a file that is not in the table fails and names the file")
    func missingInclude() {
        let loads = LibXML.deniedLoads
        let schema = Array(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='types.xsd'/><xs:element name='a'/></xs:schema>"
                .utf8)
        #expect(throws: Refusal(DocumentCode.schemaUnusable, detail: "not in the table: folder/types.xsd")) {
            try Schema(main: "folder/main.xsd", files: ["folder/main.xsd": schema])
        }
        #expect(LibXML.deniedLoads > loads)
    }

    @Test("A document's own hint where its schema lies is not followed")
    func schemaLocationHint() throws {
        let loads = LibXML.deniedLoads
        let schema = try Schema(
            main: "a.xsd",
            files: ["a.xsd": Array("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'/></xs:schema>".utf8)])
        let hint =
            "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='file:///etc/passwd' xsi:schemaLocation='urn:b http://127.0.0.1:9/b.xsd'"
        _ = schema.violations(in: try parse("<a \(hint)><b xmlns='urn:b'/></a>"))
        #expect(LibXML.deniedLoads == loads)
    }
}
