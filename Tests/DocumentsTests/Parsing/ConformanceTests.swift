import Foundation
import Testing

@testable import Documents

@Suite("W3C XML conformance suite", .enabled(if: DocumentCorpus.isPresent))
struct ConformanceTests {
    struct Sample {
        var path: String
        var attributes: [String: String]
        var bytes: [UInt8]
    }

    /// The catalogue's entries with their files. Folders are given by nested `xml:base`.
    static func samples() throws -> [Sample] {
        let files = try DocumentCorpus.archive("xml-conformance/xmlts20130923.tar.gz")
        let catalogue = text(try DocumentCorpus.bytes("xml-conformance/xmlconf-flattened.xml"))
        var bases: [String] = []
        var samples: [Sample] = []
        for tag in catalogue.matches(of: /<(\/?)(TESTCASES|TEST)\b([^>]*)>/) {
            var attributes: [String: String] = [:]
            for match in tag.3.matches(of: /([\w:]+)\s*=\s*["']([^"']*)["']/) { attributes[String(match.1)] = String(match.2) }
            if tag.2 == "TESTCASES" {
                if tag.1 == "/" { bases.removeLast() } else { bases.append(attributes["xml:base"] ?? "") }
            } else if tag.1 != "/", let uri = attributes["URI"] {
                let path = "packages/test-data/xmlconf/" + bases.joined() + uri
                if let bytes = files[path] { samples.append(Sample(path: path, attributes: attributes, bytes: bytes)) }
            }
        }
        return samples
    }

    /// Outside our profile for a reason that stands in the bytes.
    static func isOutsideProfile(_ bytes: [UInt8]) -> Bool {
        let source = String(decoding: bytes, as: UTF8.self).replacing(/(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>/, with: "")
        return source.contains("<!DOCTYPE") || source.replacing(/<\?xml\s/, with: "").contains("<?")
            || source.contains(/version\s*=\s*['"]1\.[^0]/)
            || source.contains(/^<\?xml[^>]*encoding\s*=\s*['"](?!(?i:utf-8))/) || String(validating: bytes, as: UTF8.self) == nil
    }

    @Test("Every document that is not well-formed is refused, and every other one is taken unless our profile excludes it")
    func verdicts() throws {
        var refused = 0
        var taken = 0
        for sample in try Self.samples() {
            let measured = Measured(sample.bytes)
            let isNamespaceTest = sample.attributes["NAMESPACE"] == "no"
            switch sample.attributes["TYPE"] {
            case "not-wf":
                // Names that XML 1.0 allows since its fifth edition.
                if sample.attributes["EDITION"]?.contains("5") == false && measured.refusal == nil { continue }
                #expect(measured.refusal != nil, "\(sample.path)")
                refused += 1
            case "valid", "invalid":
                if Self.isOutsideProfile(sample.bytes) {
                    #expect(measured.refusal != nil, "\(sample.path)")
                    refused += 1
                } else if !isNamespaceTest {
                    #expect(measured.refusal == nil, "\(sample.path) \(measured.refusal.map { "\($0.code) \($0.detail ?? "")" } ?? "")")
                    taken += 1
                }
            default: continue
            }
            #expect(measured.seconds < 1, "\(sample.path)")
        }
        print("conformance: \(refused) refused, \(taken) taken")
        #expect(refused > 2_000)
        #expect(taken > 20)
    }
}
