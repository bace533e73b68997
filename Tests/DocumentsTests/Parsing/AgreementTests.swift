import Testing

@testable import Documents

/// The scan over the bytes guards libxml2 only if both read the same text the same way.
@Suite("Scan and parser agree")
struct AgreementTests {
    static let seed = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- c --><m:a xmlns:m="urn:m" xmlns='urn:d' Id="r" m:k='a&lt;&#65;"b'>x]] &amp; &#x1F600;<b/><![CDATA[<&]]]]>å<!----><c
         d="1"></c
        ></m:a>

        """.utf8)
    static let tokens = [
        "<", ">", "/", "/>", "</", "<!", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?", "?>", "<?x y?>", "<!DOCTYPE a>",
        "<!DOCTYPE a [<!ENTITY e 'f'>]>", "&", ";", "&e;", "&amp;",
        "&#38;", "&#", "&#x", "\"", "'", "=", " ", "\n", "\r", "\t", ":", "xmlns", "xmlns:p='urn:p'", " q='1'", "a", "\u{1}", "é",
        "\u{FFFE}", "<b>", "</b>", "<m:a>", "%", "!", "?", "-", "[", "]",
    ].map { Array($0.utf8) }

    static func mutated(_ random: inout RandomTreeTests.Seeded) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 38..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...4, using: &random))
            bytes.replaceSubrange(start..<end, with: Bool.random(using: &random) ? tokens.randomElement(using: &random) ?? [] : [])
        }
        return bytes
    }

    /// What the parser alone says, without the scan before it.
    private func parserAlone(_ bytes: [UInt8]) -> Refusal? {
        do {
            _ = try bytes.withUnsafeBufferPointer { buffer throws(Refusal) in try Document(reading: buffer, limits: .message) }
            return nil
        } catch {
            return error
        }
    }

    private func scanAlone(_ bytes: [UInt8]) -> Refusal? {
        do {
            try bytes.withUnsafeBufferPointer { buffer throws(Refusal) in
                try MarkupScan.check(buffer, from: PrologCheck.contentStart(of: buffer), limits: .message)
            }
            return nil
        } catch {
            return error
        }
    }

    @Test("What the parser takes the scan takes, and what the parser would veto the scan has refused", arguments: 1...8)
    func agreement(_ seed: UInt64) {
        LibXML.prepare()
        var random = RandomTreeTests.Seeded(state: seed)
        var taken = 0
        for _ in 0..<3_000 {
            let bytes = Self.mutated(&random)
            guard String(validating: bytes, as: UTF8.self) != nil else { continue }
            let scan = scanAlone(bytes)
            let parser = parserAlone(bytes)
            if parser == nil {
                #expect(scan == nil, "\(text(bytes))")
                taken += 1
            } else if let code = parser?.code, code != "D007" {
                #expect(scan != nil, "\(text(bytes))")
            }
        }
        #expect(taken > 100)
    }
}
