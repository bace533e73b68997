import Foundation
import TestSupport
import Testing

/// No attack is forgotten: every row of the corpus's index is named by the table that judges its folder.
@Suite("Attack index", .enabled(if: SharedCorpus.has("attack/INDEX.tsv"), "\(SharedCorpus.skipReason)"))
struct CorpusIndexTests {
    /// Which test files judge a folder. A table names each file, with or without its ending, or the archive it lies in.
    static let tables: [String: [String]] = [
        "as4-receipts": ["AS4Tests/Receipts/ReceiptAttackTests"],
        "as4-signature": ["AS4Tests/Security/SignatureAttackTests"],
        "c14n": ["DocumentsTests/Canonicalization/CanonicalVectorTests", "DocumentsTests/Canonicalization/CanonicalSetTests"],
        "crypto": ["SignaturesTests/Keys/WycheproofTests", "SignaturesTests/XMLEncryption/CipherVectorTests"],
        "enveloped-signature": ["SignaturesTests/XMLSignature/CorpusSignatureTests"],
        "gzip": ["AS4Tests/Packaging/GzipTests"],
        "http": ["GatewayTests/Transport/RequestCorpusTests", "GatewayTests/Transport/ParserVectorTests"],
        "mime": ["AS4Tests/Packaging/MultipartAttackTests"],
        "names": ["AS4Tests/Header/HostileNameTests"],
        "pki": ["SignaturesTests/Trust/CorpusChainTests"],
        "saml-attacks": ["SignaturesTests/XMLSignature/CorpusSignatureTests"],
        "xml-conformance": ["DocumentsTests/Parsing/ConformanceTests"],
        "xml-dos": ["DocumentsTests/Parsing/ForeignFileTests"],
        "xml-encoding": ["DocumentsTests/Parsing/ForeignFileTests", "AS4Tests/Packaging/ForeignCharsetTests"],
        "xml-entity": ["DocumentsTests/Parsing/ForeignFileTests"],
        "xmldsig-vectors": ["SignaturesTests/XMLSignature/CorpusSignatureTests"],
        "xsd": ["DocumentsTests/Parsing/ForeignFileTests"],
    ]

    @Test("Every row of the index is named by the table of its folder")
    func complete() throws {
        let lines = String(decoding: try SharedCorpus.bytes(of: "attack/INDEX.tsv"), as: UTF8.self).split(separator: "\n").dropFirst()
        let paths = lines.compactMap { $0.split(separator: "\t").first.map(String.init) }
        #expect(paths.count > 200)
        var texts: [String: String] = [:]
        for path in paths {
            let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
            let (folder, name) = (parts[0], parts[1])
            let files = try #require(Self.tables[folder], "no test judges the folder \(folder)")
            if texts[folder] == nil {
                texts[folder] = files.map { (try? ProjectRoot.text(of: "Tests/\($0).swift")) ?? "" }.joined()
            }
            #expect(Self.names(of: name).contains { texts[folder]?.contains($0) == true }, "no table names \(path)")
        }
        print("attack index: \(paths.count) rows, each in a table")
    }

    /// How a table may write a file: as it is, or without endings and the words that all of its kind share, in quotes or after a slash.
    static func names(of file: String) -> [String] {
        var stems = [file]
        for ending in [".tar.gz", ".gz", ".pem", ".xml", ".base64", ".json.gz", ".txt"] where file.hasSuffix(ending) {
            stems.append(String(file.dropLast(ending.count)))
        }
        stems += stems.filter { $0.hasPrefix("wycheproof-") && $0.hasSuffix("_test") }.map { String($0.dropFirst(11).dropLast(5)) }
        return stems.flatMap { ["\"\($0)\"", "/\($0)\"", "\"\($0)."] }
    }
}
