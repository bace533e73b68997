import Foundation
import Testing

@testable import Documents

/// Every expected result of the canonicalization sets, beside what our one form (exclusive, without comments, whole subtrees) makes of the same
/// document. The sets also hold inclusive forms, forms with comments and node sets picked by XPath, which the profile does not know.
@Suite("Canonicalization sets", .enabled(if: DocumentCorpus.isPresent))
struct CanonicalSetTests {
    private static let expected = "libxml2-c14n-expected.tar.gz"
    private static let sets = ["santuario-interop-c14n.tar.gz", "w3c-c14n11.tar.gz"]

    /// How a result of libxml2's sets relates to ours: `equal` for the whole document, `subtree` for an element of it, `other` when neither is
    /// (the set's form or its node set is not ours), else the code the document is refused with.
    private static func relation(_ source: [UInt8], _ wanted: [UInt8]) -> String {
        let measured = Measured(source)
        guard let document = measured.document else { return measured.refusal?.code ?? "-" }
        if let whole = try? Canonicalizer.bytes(document.root), whole == wanted { return "equal" }
        return elements(document.root).contains { matches($0, wanted) } ? "subtree" : "other"
    }

    private static func elements(_ root: Element) -> [Element] { [root] + root.children.flatMap(elements) }

    private static func matches(_ element: Element, _ wanted: [UInt8]) -> Bool {
        [[], ["#default"], ["bar", "#default"], ["a"], ["xsi", "foo"]].contains {
            (try? Canonicalizer.bytes(element, inclusivePrefixes: $0)) == wanted
        }
    }

    /// Results of libxml2's sets by what ours is beside them.
    static let library: [String: [String]] = [
        // The whole document.
        "equal": [
            "1-1-without-comments/example-2", "with-comments/example-2", "without-comments/example-2",
        ],
        // An element of it.
        "subtree": [
            "exc-without-comments/merlin-c14n-two-09", "exc-without-comments/merlin-c14n-two-10",
            "exc-without-comments/merlin-c14n-two-11", "exc-without-comments/merlin-c14n-two-18",
            "exc-without-comments/merlin-c14n-two-19", "exc-without-comments/merlin-c14n-two-20", "exc-without-comments/test-2",
        ],
        // The set asks for inclusive canonicalization, or for a set of nodes that is no element with all that is in it.
        "other": [
            "1-1-without-comments/xmlbase-c14n11spec3-102", "1-1-without-comments/xmlbase-prop-1", "1-1-without-comments/xmlbase-prop-2",
            "1-1-without-comments/xmlbase-prop-3", "1-1-without-comments/xmlbase-prop-4", "1-1-without-comments/xmlbase-prop-5",
            "1-1-without-comments/xmlbase-prop-6", "1-1-without-comments/xmlbase-prop-7", "1-1-without-comments/xmlid-prop-1",
            "1-1-without-comments/xmlid-prop-2", "1-1-without-comments/xmllang-prop-1", "1-1-without-comments/xmllang-prop-2",
            "1-1-without-comments/xmllang-prop-3", "1-1-without-comments/xmllang-prop-4", "1-1-without-comments/xmlspace-prop-1",
            "1-1-without-comments/xmlspace-prop-2", "1-1-without-comments/xmlspace-prop-3", "1-1-without-comments/xmlspace-prop-4",
            "exc-without-comments/merlin-c14n-two-12", "exc-without-comments/merlin-c14n-two-13",
            "exc-without-comments/merlin-c14n-two-14", "exc-without-comments/merlin-c14n-two-17",
            "exc-without-comments/merlin-c14n-two-21", "exc-without-comments/merlin-c14n-two-22",
            "exc-without-comments/merlin-c14n-two-23", "exc-without-comments/merlin-c14n-two-24",
            "exc-without-comments/merlin-c14n-two-26", "without-comments/merlin-c14n-two-00", "without-comments/merlin-c14n-two-01",
            "without-comments/merlin-c14n-two-02", "without-comments/merlin-c14n-two-03", "without-comments/merlin-c14n-two-04",
            "without-comments/merlin-c14n-two-05", "without-comments/merlin-c14n-two-06", "without-comments/merlin-c14n-two-07",
            "without-comments/merlin-c14n-two-08", "without-comments/test-2",
        ],
        // In ISO-8859-1.
        "D002": [
            "1-1-without-comments/example-6", "with-comments/example-6", "without-comments/example-6",
        ],
        // With a document type.
        "D004": [
            "1-1-without-comments/example-3", "1-1-without-comments/example-4", "1-1-without-comments/example-5",
            "1-1-without-comments/example-7", "1-1-without-comments/example-8", "1-1-without-comments/xmlbase-c14n11spec-102",
            "1-1-without-comments/xmlbase-c14n11spec2-102", "exc-without-comments/test-0", "exc-without-comments/test-1",
            "with-comments/example-3", "with-comments/example-4", "with-comments/example-5", "with-comments/example-7",
            "without-comments/example-3", "without-comments/example-4", "without-comments/example-5", "without-comments/example-7",
            "without-comments/test-0", "without-comments/test-1", "without-comments/test-3",
        ],
        // With a processing instruction.
        "D005": [
            "1-1-without-comments/example-1", "with-comments/example-1", "without-comments/example-1",
        ],
    ]

    @Test("Each result of libxml2's sets is ours byte for byte, or stands here with what differs")
    func libraryResults() throws {
        let inputs = try DocumentCorpus.archive("c14n/libxml2-c14n-inputs.tar.gz")
        var found: [String: [String]] = [:]
        for (path, wanted) in try DocumentCorpus.archive("c14n/\(Self.expected)") {
            let name = String(path.dropFirst("result/c14n/".count))
            let source = try #require(inputs["test/c14n/\(name).xml"], "\(name)")
            found[Self.relation(source, wanted), default: []].append(name)
        }
        #expect(found.mapValues { $0.sorted() } == Self.library)
    }

    /// The results of the interoperability sets that are ours; the others are of inclusive forms, of forms with comments and of sets of nodes.
    static let interoperable: [String: [String]] = [
        "santuario-interop-c14n.tar.gz": [
            "Y1/c14n-0.txt", "Y1/c14n-1.txt", "Y1/c14n-4.txt", "Y4/c14n-10.txt", "Y4/c14n-11.txt", "Y4/c14n-18.txt", "Y4/c14n-19.txt",
            "Y4/c14n-20.txt", "Y4/c14n-9.txt", "Y5/c14n-11.txt", "Y5/c14n-18.txt", "Y5/c14n-20.txt", "Y5/c14n-9.txt",
        ],
        "w3c-c14n11.tar.gz": [],
    ]

    @Test("Of the interoperability sets, these results are ours byte for byte", arguments: sets)
    func interoperability(_ archive: String) throws {
        let files = try DocumentCorpus.archive("c14n/\(archive)")
        var ours: [String] = []
        var documents: [String: [Element]] = [:]
        for (path, bytes) in files where path.hasSuffix(".xml") {
            guard let document = Measured(bytes).document else { continue }
            documents[path.components(separatedBy: "/").dropLast().joined(separator: "/"), default: []] += Self.elements(document.root)
        }
        let results = files.filter { $0.key.hasSuffix(".txt") || $0.key.hasSuffix(".output") || $0.key.hasSuffix(".c14n") }
        for (path, wanted) in results {
            let folder = path.components(separatedBy: "/").dropLast().joined(separator: "/")
            if documents[folder]?.contains(where: { Self.matches($0, wanted) }) == true {
                ours.append(path.components(separatedBy: "/").suffix(2).joined(separator: "/"))
            }
        }
        #expect(ours.sorted() == Self.interoperable[archive])
    }
}
