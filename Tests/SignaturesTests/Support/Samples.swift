import Documents
import Foundation
import Signatures

/// Documents to sign; the person is one of Skatteverket's test numbers.
enum Samples {
    static let namespace = "urn:test:message:1"

    /// A message with everything that canonicalization changes or keeps: comments, CDATA, references, other prefixes, empty defaults.
    static let rich = """
        <?xml version="1.0" encoding="UTF-8"?>
        <m:Meddelande xmlns:m="urn:test:message:1" xmlns:unused="urn:unused" Id="m1" b='2' a="1&#10;rad&#9;2">
          <!-- en kommentar -->
          <m:Id>191212121212</m:Id><m:Text>Åsa &amp; Öst &lt;3 <![CDATA[<i CDATA>]]> &#13;</m:Text>
          <annat xmlns="urn:other" xmlns:q="urn:q" q:z="1" y="2"><tom xmlns=""/></annat>
          <m:Tom></m:Tom>
        </m:Meddelande>
        """

    /// A message without anything around.
    static let plain = "<Meddelande xmlns=\"urn:test:message:1\" Id=\"m1\"><Text>Hej</Text></Meddelande>"

    static func document(_ text: String = rich) throws -> Document { try Document.parse([UInt8](text)) }
}

/// Signs, changes the text as a man in the middle would, parses and verifies.
struct Workbench {
    let people: Identities
    let time = Date().addingTimeInterval(3600)

    init() throws { people = try Identities.shared.get() }

    var policy: TrustPolicy { people.authority.policy }

    func signed(_ text: String = Samples.rich, by signer: Identities.Signer = .ec, at time: Date? = nil) throws -> String {
        String(decoding: try people.enveloped(signer).sign(try Samples.document(text), at: time ?? self.time), as: UTF8.self)
    }

    @discardableResult
    func verify(
        _ text: String, policy: TrustPolicy? = nil, requiresXAdES: Bool = true, at time: Date? = nil
    ) throws -> VerifiedContent {
        try EnvelopedVerifier(policy: policy ?? self.policy, requiresXAdES: requiresXAdES)
            .verify(Document.parse([UInt8](text)), at: time ?? self.time)
    }

    /// A plain signature of the profile (no XAdES) over the root, references and KeyInfo as the test wants them.
    func plainlySigned(
        _ text: String, signer: Identities.Signer = .rsa, change: (inout [SignedReference]) -> Void = { _ in }
    ) throws -> String {
        let document = try Samples.document(text)
        let transforms = [SignatureNames.envelopedSignature, SignatureNames.exclusiveCanonicalization].map { SignedReference.Transform($0) }
        var references = [SignedReference(uri: "#m1", transforms: transforms, digest: try CanonicalDigest.sha256(of: document.root))]
        change(&references)
        try SignatureWriter(key: people.key(signer), keyInfo: Self.keyInfo([people.certificate(signer)])).write(
            references, into: document.root)
        return String(decoding: try document.serialized(), as: UTF8.self)
    }

    static func keyInfo(_ certificates: [Certificate]) -> Markup {
        Markup("ds:X509Data", children: certificates.map { Markup("ds:X509Certificate", text: Base64.encode($0.der)) })
    }
}
