import Documents
import Foundation
import Signatures
import Testing

/// xmlsec1 as the second judge, both ways.
@Suite("xmlsec1", .enabled(if: Tool.hasXmlsec && Tool.hasOpenSSL, "xmlsec1 or openssl is not installed"))
struct XmlsecTests {
    let bench: Workbench
    let folder: ScratchFolder

    init() throws {
        bench = try Workbench()
        folder = try ScratchFolder()
    }

    private static let ids = [
        "--id-attr:Id", "urn:test:message:1:Meddelande", "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
    ]

    /// Only the public certificate is given: the key named in the file is not looked at.
    private func judge(_ text: String, with certificate: Certificate) throws -> Tool.Outcome {
        try folder.write([UInt8](text), "message.xml")
        try folder.write(certificate.pem, "certificate.pem")
        let words =
            ["xmlsec1", "--verify", "--enabled-key-data", "rsa,ecdsa", "--pubkey-cert-pem", "certificate.pem"] + Self.ids + ["message.xml"]
        return try Tool.run(words, in: folder.url)
    }

    @Test(
        "xmlsec1 verifies what we sign with nothing but the certificate", arguments: Identities.Signer.allCases,
        [Samples.rich, Samples.plain])
    func ours(signer: Identities.Signer, text: String) throws {
        let signed = try bench.signed(text, by: signer)
        let outcome = try judge(signed, with: bench.people.certificate(signer))
        #expect(outcome.succeeded && outcome.output.contains("SignedInfo References (ok/all): 2/2"), "\(outcome.output)")
        let wrong = try judge(signed, with: signer == .rsa ? bench.people.other : bench.people.rsa)
        #expect(!wrong.succeeded)
        let tampered = try judge(
            signed.replacing("<Text>", with: "<Text>o").replacing("<m:Text>", with: "<m:Text>o"), with: bench.people.certificate(signer))
        #expect(!tampered.succeeded)
    }

    @Test("xmlsec1 builds the chain from the certificate in the message", arguments: Identities.Signer.allCases)
    func chain(signer: Identities.Signer) throws {
        try folder.write([UInt8](bench.signed(by: signer, at: Date())), "message.xml")
        try folder.write(bench.people.authority.root.pem, "root.pem")
        try folder.write(bench.people.authority.intermediate.pem, "ca.pem")
        let words = ["xmlsec1", "--verify", "--trusted-pem", "root.pem", "--untrusted-pem", "ca.pem"] + Self.ids + ["message.xml"]
        let outcome = try Tool.run(words, in: folder.url)
        #expect(outcome.succeeded, "\(outcome.output)")
    }

    @Test("xmlsec1 verifies every document shape we sign", arguments: contents)
    func shapes(content: String) throws {
        let text = "<m:Meddelande xmlns:m=\"urn:test:message:1\" Id=\"m1\">\(content)</m:Meddelande>"
        let signed = try bench.signed(text)
        #expect(verdict { try bench.verify(signed) } == "accepted")
        let outcome = try judge(signed, with: bench.people.ec)
        #expect(outcome.succeeded, "\(outcome.output)")
    }

    static let contents = [
        "", " ", "\n\t", "&#13;&#10;", "<a xmlns=\"urn:a\"><b xmlns=\"\"><c xmlns=\"urn:a\"/></b></a>", "<m:a m:x='1' x=\"2\"/>",
        "<a xml:lang=\"sv\" b=\"&#9;&#10;&#13;&quot;&lt;&amp;\"/>", "]]&gt;", "𝄞 é e\u{301}", "<!-- a --><a/><!-- b -->text<!-- c -->",
        "<ds:x xmlns:ds=\"urn:ds\"><xades:y xmlns:xades=\"urn:x\"/></ds:x>",
        "<a xmlns:b=\"urn:b\" xmlns:a=\"urn:a\" b:z=\"1\" a:z=\"2\" z=\"3\"/>",
        "<![CDATA[<&>]]>", String(repeating: "<d>", count: 40) + String(repeating: "</d>", count: 40), "<m:Id>191212121212</m:Id>",
    ]

    /// A signature of the profile as a person would write it for xmlsec1: indented, values empty.
    private func template(_ signer: Identities.Signer, withProperties: Bool) -> String {
        let certificate = bench.people.certificate(signer)
        let object = """
              <ds:Object>
                <xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#sig">
                  <xades:SignedProperties Id="props">
                    <xades:SignedSignatureProperties>
                      <xades:SigningTime>\(XMLTime.text(bench.time))</xades:SigningTime>
                      <xades:SigningCertificateV2><xades:Cert><xades:CertDigest>
                        <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
                        <ds:DigestValue>\(Base64.encode(certificate.sha256))</ds:DigestValue>
                      </xades:CertDigest></xades:Cert></xades:SigningCertificateV2>
                    </xades:SignedSignatureProperties>
                  </xades:SignedProperties>
                </xades:QualifyingProperties>
              </ds:Object>
            """
        let reference = """
                <ds:Reference URI="#props" Type="http://uri.etsi.org/01903#SignedProperties">
                  <ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>
                  <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/>
                </ds:Reference>
            """
        return """
            <Meddelande xmlns="urn:test:message:1" Id="m1"><Text>Hej &amp; hå</Text>
              <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="sig">
                <ds:SignedInfo>
                  <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
                  <ds:SignatureMethod Algorithm="\(bench.people.key(signer).algorithm.uri)"/>
                  <ds:Reference URI="#m1">
                    <ds:Transforms>
                      <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
                      <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">
                        <ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="xs xsi #default"/>
                      </ds:Transform>
                    </ds:Transforms>
                    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/>
                  </ds:Reference>
            \(withProperties ? reference : "")
                </ds:SignedInfo>
                <ds:SignatureValue/>
                <ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data></ds:KeyInfo>
            \(withProperties ? object : "")
              </ds:Signature>
            </Meddelande>
            """
    }

    @Test("We verify what xmlsec1 signs in our profile", arguments: Identities.Signer.allCases, [true, false])
    func theirs(signer: Identities.Signer, withProperties: Bool) throws {
        try folder.write([UInt8](template(signer, withProperties: withProperties)), "template.xml")
        let home = bench.people.authority.folder
        let key = home.path(bench.people.file(signer) + ".key") + "," + home.path(bench.people.file(signer) + ".pem")
        let words = ["xmlsec1", "--sign", "--privkey-pem", key, "--output", "signed.xml"] + Self.ids + ["template.xml"]
        let outcome = try Tool.run(words, in: folder.url)
        try #require(outcome.succeeded, "\(outcome.output)")
        let signed = String(decoding: try folder.read("signed.xml"), as: UTF8.self)
        let content = try bench.verify(signed, requiresXAdES: withProperties)
        #expect(content.signer == bench.people.certificate(signer))
        #expect((content.signingTime != nil) == withProperties)
        #expect(verdict { try bench.verify(signed.replacing("Hej", with: "Nej"), requiresXAdES: withProperties) } == "S006")
    }
}
