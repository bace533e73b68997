import Documents
import Foundation
import Signatures
import Testing

/// Foreign attack files and vectors, each with the code that says it was refused for the right reason.
@Suite("Signature corpus", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct CorpusSignatureTests {
    /// The time in the generated samples: 2026-11-22T12:01:00Z.
    private let time = Date(timeIntervalSince1970: 1_795_348_860)

    private func policy() throws -> TrustPolicy {
        let certificates = try ["root", "intermediate"].map { try Certificate(pem: Corpus.bytes("pki/\($0).pem")) }
        return TrustPolicy(anchors: [certificates[0]], intermediates: [certificates[1]])
    }

    private func check(_ bytes: [UInt8]) throws -> VerifiedContent {
        try EnvelopedVerifier(policy: policy(), requiresXAdES: false).verify(Document.parse(bytes), at: time)
    }

    static let enveloped: [(String, String)] = [
        ("n03-xsw3.xml", "S013"), ("n04-xsw4.xml", "S013"), ("n05-xsw5.xml", "S013"), ("n06-xsw6.xml", "S013"), ("n08-xsw8.xml", "S004"),
        ("n09-duplicate-id.xml", "D008"),
        // Policy: only the attribute Id names the root.
        ("n10-id-attr-name-case.xml", "S004"),
        ("n13-trailing-unsigned-sibling.xml", "S013"), ("n15-nested-second-signature.xml", "S002"),
        ("n16-attacker-key-in-keyinfo.xml", "T001"), ("n17-keyinfo-shows-a-signed-by-b.xml", "S007"),
        ("n18-filter2-subtract-all.xml", "S005"),
        // Policy: URI="" is refused, an Id leaves nothing to interpretation.
        ("p02-valid-empty-uri.xml", "S004"),
    ]

    @Test("A wrapped, doubled or confused signature gets its verdict", arguments: 0..<enveloped.count)
    func verdicts(row: Int) throws {
        let (name, expected) = Self.enveloped[row]
        #expect(verdict { try check(Corpus.bytes("enveloped-signature/" + name)) } == expected, "\(name)")
    }

    @Test("No file of the folder is left out")
    func complete() throws {
        #expect(try Corpus.indexed("enveloped-signature") == Set(Self.enveloped.map(\.0)))
    }

    @Test("The document of the attacks, signed by us with the same key, is accepted with the very digest the attacks carry")
    func baseline() throws {
        let keys = try Corpus.unpack("pki/keys.tar.gz")
        let certificate = try Certificate(pem: Corpus.bytes("pki/good-a.pem"))
        let original = String(decoding: try Corpus.bytes("enveloped-signature/p02-valid-empty-uri.xml"), as: UTF8.self)
        let document = try Samples.document(original.replacing(#/<ds:Signature .*<\/ds:Signature>/#, with: ""))
        let digest = try CanonicalDigest.sha256(of: document.root)
        #expect(original.contains("<ds:DigestValue>\(Base64.encode(digest))<"))
        let transforms = [SignatureNames.envelopedSignature, SignatureNames.exclusiveCanonicalization].map { SignedReference.Transform($0) }
        let writer = SignatureWriter(key: try PrivateKey(pem: keys.read("good-a.key")), keyInfo: Workbench.keyInfo([certificate]))
        try writer.write([SignedReference(uri: "#m1", transforms: transforms, digest: digest)], into: document.root)
        #expect(try check(document.serialized()).signer == certificate)
    }

    /// The bytes of a SAML sample; base64 ones may be deflated as the redirect binding does.
    private func saml(_ name: String) throws -> [UInt8] {
        let bytes = try Corpus.bytes("saml-attacks/" + name)
        guard name.hasSuffix(".base64") else { return bytes }
        let decoded = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters) ?? Data()
        if decoded.prefix(16).contains(UInt8(ascii: "<")) { return [UInt8](decoded) }
        let folder = try ScratchFolder()
        try folder.write([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3] + decoded, "raw.gz")
        // The trailer of gzip is missing, so gzip complains at the end; the text is whole.
        try Tool.run(["sh", "-c", "gzip -dc raw.gz > raw.xml 2>/dev/null; true"], in: folder.url)
        return try folder.read("raw.xml")
    }

    static let samlFiles: [(String, String)] = [
        ("python3-saml-bad_reference.xml.base64", "S002"), ("python3-saml-signature_wrapping_attack2.xml.base64", "S013"),
        ("ruby-saml-encrypted_new_attack.xml.base64", "S013"), ("ruby-saml-invalid_signature_position.xml.base64", "S003"),
        ("ruby-saml-multiple_signed.xml.base64", "S002"), ("ruby-saml-response_assertion_wrapped.xml.base64", "S013"),
        ("ruby-saml-response_node_text_attack.xml.base64", "S013"), ("ruby-saml-response_node_text_attack3.xml.base64", "S013"),
        ("ruby-saml-response_with_concealed_signed_assertion.xml", "S013"),
        ("ruby-saml-response_with_doubled_signed_assertion.xml", "S013"),
        ("ruby-saml-response_without_reference_uri.xml.base64", "S013"), ("ruby-saml-response_wrapped.xml.base64", "S013"),
        ("ruby-saml-signature_wrapping_attack.xml.base64", "D008"), ("xml-crypto-hmac-signature.xml", "S003"),
        ("xml-crypto-invalid-signature-changed-content.xml", "S003"), ("xml-crypto-invalid-signature-hash.xml", "S011"),
        ("xml-crypto-invalid-signature-non-existing-reference.xml", "S011"), ("xml-crypto-invalid-signature-signature-value.xml", "S011"),
        ("xml-crypto-invalid-signature-wsu-hash.xml", "S011"), ("xml-crypto-invalid-signature-wsu-invalid-signature-value.xml", "S011"),
        ("xml-crypto-invalid-signature-wsu-non-existing-reference.xml", "S011"), ("xml-crypto-saml-multiple-signed-info-nodes.xml", "S013"),
        ("xml-crypto-saml-wrapped-signed-info-node.xml", "S013"), ("xml-crypto-valid-signature-wsu.xml", "S011"),
    ]

    @Test("Attacks on SAML libraries are refused even when every key is trusted", arguments: 0..<samlFiles.count)
    func samlVerdicts(row: Int) throws {
        let (name, expected) = Self.samlFiles[row]
        let bytes = try saml(name)
        #expect(
            verdict { try EnvelopedVerifier(policy: nil, requiresXAdES: false).verify(Document.parse(bytes), at: time) } == expected,
            "\(name)")
    }

    @Test("No SAML sample is left out")
    func samlComplete() throws {
        #expect(try Corpus.indexed("saml-attacks") == Set(Self.samlFiles.map(\.0)))
    }

    @Test(
        "Doubled and wrapped SignedInfo are refused by themselves, not only for their place",
        arguments: ["xml-crypto-saml-multiple-signed-info-nodes.xml", "xml-crypto-saml-wrapped-signed-info-node.xml"])
    func doubledSignedInfo(name: String) throws {
        let document = try Document.parse(saml(name))
        var pending = [document.root]
        var signatures: [Element] = []
        while let next = pending.popLast() {
            if next.is("Signature", in: SignatureNames.ds) { signatures.append(next) }
            pending += next.children
        }
        #expect(!signatures.isEmpty)
        for signature in signatures {
            #expect(verdict { try SignedInfo.read(signature, profile: .enveloped) } != "accepted")
        }
    }

    /// Archive, and how many of its documents are refused with which code. They use SHA-1, DSA, HMAC, inclusive canonicalization, enveloping or
    /// detached forms: right mathematics outside the profile, which has one form.
    static let vectors: [(String, [String: Int])] = [
        ("aleksey-enveloped", ["S013": 9]),
        ("aleksey-xmldsig-01", ["D004": 1, "S001": 5, "S003": 66, "S013": 63]),
        ("merlin-23", ["D004": 1, "S003": 1, "S013": 14]),
        ("merlin-exc-c14n-one", ["S003": 1]),
        ("phaos-3", ["D005": 1, "S001": 1, "S003": 6, "S011": 1, "S013": 21]),
        ("w3c-xmldsig11-TR2012", ["S013": 32]),
    ]

    @Test("No interoperability vector outside the profile is accepted, with any key trusted", arguments: 0..<vectors.count)
    func interoperability(row: Int) throws {
        let (name, expected) = Self.vectors[row]
        let folder = try Corpus.unpack("xmldsig-vectors/\(name).tar.gz")
        let files = (FileManager.default.enumerator(at: folder.url, includingPropertiesForKeys: nil)?.allObjects ?? []).compactMap {
            $0 as? URL
        }
        var codes: [String: Int] = [:]
        for file in files where file.pathExtension == "xml" {
            let bytes = [UInt8](try Data(contentsOf: file))
            let found = verdict { try EnvelopedVerifier(policy: nil, requiresXAdES: false).verify(Document.parse(bytes), at: time) }
            codes[found, default: 0] += 1
        }
        #expect(codes["accepted"] == nil && codes == expected, "\(name): \(codes)")
    }
}
