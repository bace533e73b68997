import Documents
import Foundation
import Signatures
import Testing

/// Signed parts in unsigned surroundings, other keys and other certificates.
@Suite("Wrapping and key confusion", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct SignatureWrappingTests {
    let bench: Workbench
    init() throws { bench = try Workbench() }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// The signed document without declaration, cut into content and signature.
    private func pieces() throws -> (whole: String, content: String, signature: String) {
        let whole = try bench.signed(Samples.plain, by: .rsa).replacing(Self.declaration, with: "").trimmingCharacters(
            in: .whitespacesAndNewlines)
        let start = try #require(whole.firstRange(of: "<ds:Signature"))
        let signature = String(whole[start.lowerBound...].dropLast("</Meddelande>".count))
        return (whole, whole.replacing(signature, with: ""), signature)
    }

    private func evil(_ id: String, _ inside: String) -> String {
        "<Meddelande xmlns=\"urn:test:message:1\" Id=\"\(id)\"><Text>Ont</Text>\(inside)</Meddelande>"
    }

    @Test("The signed document inside another root is refused")
    func wrapped() throws {
        let (whole, content, signature) = try pieces()
        #expect(verdict { try bench.verify(whole) } == "accepted")
        #expect(verdict { try bench.verify("<omslag>\(whole)</omslag>") } == "S013")
        #expect(verdict { try bench.verify(evil("ont", whole)) } == "S013")
        #expect(verdict { try bench.verify(evil("ont", content + signature)) } == "S004")
        #expect(verdict { try bench.verify(evil("m1", content + signature)) } == "D008")
        #expect(verdict { try bench.verify(evil("m1", signature)) } == "S006")
    }

    @Test("The signed content inside the signature is refused")
    func concealed() throws {
        let (_, content, signature) = try pieces()
        let inObject = signature.replacing("<ds:Object>", with: "<ds:Object>\(content)</ds:Object><ds:Object>")
        #expect(verdict { try bench.verify(evil("ont", inObject)) } == "S011")
        let only = signature.replacing(#/<ds:Object>.*<\/ds:Object>/#, with: "<ds:Object>\(content)</ds:Object>")
        #expect(verdict { try bench.verify(evil("ont", only), requiresXAdES: false) } == "S004")
        let beside = signature.replacing("</ds:KeyInfo>", with: "</ds:KeyInfo>\(content)")
        #expect(verdict { try bench.verify(evil("ont", beside)) } == "S011")
    }

    @Test("A second signature anywhere is refused, whatever it signs")
    func second() throws {
        let (whole, _, signature) = try pieces()
        let other = signature.replacing("m1-", with: "m2-")
        #expect(verdict { try bench.verify(whole.replacing("</Meddelande>", with: other + "</Meddelande>")) } == "S002")
        #expect(verdict { try bench.verify(whole.replacing("</Text>", with: other + "</Text>")) } == "S002")
        #expect(verdict { try bench.verify(whole.replacing("<ds:Object>", with: "<ds:Object>\(other)")) } == "S002")
        #expect(verdict { try bench.verify(whole.replacing("</Meddelande>", with: signature + "</Meddelande>")) } == "D008")
    }

    @Test("The signature of another document does not fit")
    func transplanted() throws {
        let (whole, _, signature) = try pieces()
        let foreign = try bench.signed(Samples.plain.replacing("Hej", with: "Nej"), by: .rsa)
        let start = try #require(foreign.firstRange(of: "<ds:Signature"))
        let other = String(foreign[start.lowerBound...]).replacing("</Meddelande>\n", with: "")
        #expect(verdict { try bench.verify(whole.replacing(signature, with: other)) } == "S006")
    }

    @Test("Another certificate in KeyInfo: XAdES notices, and without XAdES the value does not verify")
    func otherCertificate() throws {
        let (mine, other) = (Base64.encode(bench.people.rsa.der), Base64.encode(bench.people.other.der))
        #expect(verdict { try bench.verify(bench.signed(by: .rsa).replacing(mine, with: other)) } == "S010")
        let plain = try bench.plainlySigned(Samples.plain)
        #expect(verdict { try bench.verify(plain, requiresXAdES: false) } == "accepted")
        #expect(verdict { try bench.verify(plain.replacing(mine, with: other), requiresXAdES: false) } == "S007")
    }

    @Test("Made with another key under the name of the signer, the value does not verify")
    func otherKey() throws {
        let document = try Samples.document(Samples.plain)
        let transforms = [SignatureNames.envelopedSignature, SignatureNames.exclusiveCanonicalization].map { SignedReference.Transform($0) }
        let reference = SignedReference(uri: "#m1", transforms: transforms, digest: try CanonicalDigest.sha256(of: document.root))
        let writer = SignatureWriter(key: bench.people.otherKey, keyInfo: Workbench.keyInfo([bench.people.rsa]))
        try writer.write([reference], into: document.root)
        #expect(verdict { try EnvelopedVerifier(policy: bench.policy, requiresXAdES: false).verify(document, at: bench.time) } == "S007")
    }

    @Test("A self-signed certificate with the signer's names is not trusted, before its key is used")
    func stranger() throws {
        let folder = try ScratchFolder()
        try TestAuthority.run(
            folder, "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj",
            "/C=SE/O=Provning/2.5.4.97=NTRSE-2321000016/CN=region")
        let (key, certificate) = (try PrivateKey(pem: folder.read("key.pem")), try Certificate(pem: folder.read("cert.pem")))
        let bytes = try EnvelopedSigner(key: key, certificate: certificate).sign(Samples.document(), at: bench.time)
        #expect(verdict { try bench.verify(String(decoding: bytes, as: UTF8.self)) } == "T001")
    }

    @Test("The chain may be sent along in KeyInfo, the signer first")
    func chainSentAlong() throws {
        let document = try Samples.document(Samples.plain)
        let transforms = [SignatureNames.envelopedSignature, SignatureNames.exclusiveCanonicalization].map { SignedReference.Transform($0) }
        let reference = SignedReference(uri: "#m1", transforms: transforms, digest: try CanonicalDigest.sha256(of: document.root))
        let authority = bench.people.authority
        let writer = SignatureWriter(key: bench.people.rsaKey, keyInfo: Workbench.keyInfo([bench.people.rsa, authority.intermediate]))
        try writer.write([reference], into: document.root)
        let policy = TrustPolicy(anchors: [authority.root])
        let content = try EnvelopedVerifier(policy: policy, requiresXAdES: false).verify(document, at: bench.time)
        #expect(content.signer == bench.people.rsa && content.signingTime == nil)
    }

    @Test("Without signed properties a signature passes only where they are not demanded; half of them pass nowhere")
    func demandedProperties() throws {
        let plain = try bench.plainlySigned(Samples.plain)
        #expect(verdict { try bench.verify(plain) } == "S008")
        #expect(verdict { try bench.verify(plain, requiresXAdES: false) } == "accepted")
        let signed = try bench.signed(Samples.plain)
        #expect(verdict { try bench.verify(signed, requiresXAdES: false) } == "accepted")
        let without = signed.replacing(#/<ds:Object>.*<\/ds:Object>/#, with: "")
        #expect(verdict { try bench.verify(without, requiresXAdES: false) } == "S008")
        let late = signed.replacing("<xades:SigningTime>20", with: "<xades:SigningTime>19")
        #expect(verdict { try bench.verify(late, requiresXAdES: false) } == "S006")
    }

    @Test(
        "Sixteen inclusive prefixes are read, seventeen refused",
        arguments: [(1, "accepted"), (16, "accepted"), (17, "S005"), (10_000, "S005")])
    func prefixes(count: Int, expected: String) throws {
        let prefixes = ["m", "#default"] + (2..<max(count, 2)).map { "p\($0)" }
        let chosen = Array(prefixes.prefix(count))
        let root = try Samples.document().root
        let digest = try CanonicalDigest.sha256(of: root, inclusivePrefixes: chosen)
        let signed = try bench.plainlySigned(Samples.rich) { references in
            references[0].transforms[1].inclusivePrefixes = chosen
            references[0].digest = digest
        }
        #expect(verdict { try bench.verify(signed, requiresXAdES: false) } == expected)
    }

    @Test("Thirty-two references are read, more refused unread")
    func manyReferences() throws {
        for (count, expected) in [(32, "S008"), (33, "S011"), (1000, "S011")] {
            let signed = try bench.plainlySigned(Samples.plain) { $0 = Array(repeating: $0[0], count: count) }
            #expect(verdict { try bench.verify(signed, requiresXAdES: false) } == expected)
        }
    }
}
