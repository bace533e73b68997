import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("Ways to name a key")
struct KeyReferenceTests {
    let sides: Sides

    init() throws { sides = try Sides.shared.get() }

    static func issuerSerial(_ issuer: String, _ serial: String) -> String {
        let name = issuer.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<ds:X509Data xmlns:ds=\"\(SignatureNames.ds)\"><ds:X509IssuerSerial><ds:X509IssuerName>\(name)</ds:X509IssuerName>"
            + "<ds:X509SerialNumber>\(serial)</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>"
    }

    private func verdict(_ entity: AS4Entity, change: (inout AS4PartnerPolicy) -> Void = { _ in }) -> Verdict {
        var policy = sides.policy
        change(&policy)
        return Verdict { try InboundUnpackager().unpack(entity, now: sides.now) { _ in policy } }
    }

    private func naming(_ form: String) throws -> AS4Entity {
        let entity = try Sample.packaged(sides).entity
        return try entity.replacing(try entity.span(from: "<wsse:Reference URI=\"#t-", through: "/>"), with: form)
    }

    @Test("Issuer and serial number find the partner's certificate, however the name is written")
    func issuerSerial() throws {
        let certificate = sides.region.certificate
        let attributes = certificate.issuer.components(separatedBy: ",")
        #expect(attributes.count > 1)
        let forms = [
            certificate.issuer, attributes.joined(separator: ", "), attributes.reversed().joined(separator: ","),
            attributes.joined(separator: ";"), certificate.issuer.replacing("=", with: " = "),
            attributes.map { $0.lowercased() }.joined(separator: ","), certificate.issuer.replacing("CN=", with: "2.5.4.3="),
            certificate.issuer.replacing("CN=", with: "OID.2.5.4.3="),
            attributes.map { $0.replacing("=", with: "=\"") + "\"" }.joined(separator: ","),
        ]
        for form in forms {
            #expect(verdict(try naming(Self.issuerSerial(form, certificate.serialNumber))) == .accepted, "\(form)")
        }
        #expect(verdict(try naming(Self.issuerSerial(certificate.issuer, "00" + certificate.serialNumber))) == .accepted)
    }

    @Test("Another issuer, another number or no name at all find nothing")
    func otherIssuerSerial() throws {
        let certificate = sides.region.certificate
        let attributes = certificate.issuer.components(separatedBy: ",")
        let cases = [
            (certificate.issuer + "x", certificate.serialNumber, "A062"), (certificate.issuer, certificate.serialNumber + "1", "A062"),
            (attributes.dropLast().joined(separator: ","), certificate.serialNumber, "A062"),
            (attributes.joined(separator: "+"), certificate.serialNumber, "A062"), ("CN", "1", "A060"), (",", "1", "A060"),
            ("CN=a,", "1", "A060"), ("CN=\"a", "1", "A060"), ("CN=a\\", "1", "A060"), ("CN=\\gg", "1", "A060"),
            (certificate.issuer, "0x" + certificate.serialNumber, "A060"), (certificate.issuer, "-1", "A060"),
            ("nosuchtype=a", certificate.serialNumber, "A062"),
        ]
        for (issuer, serial, code) in cases {
            #expect(verdict(try naming(Self.issuerSerial(issuer, serial))).code == code, "\(issuer) \(serial)")
        }
        let sound = Self.issuerSerial(certificate.issuer, certificate.serialNumber)
        #expect(verdict(try naming(sound)) { $0.signer.certificates = [] } == Verdict(code: "A062", ebms: "EBMS:0101"))
        #expect(verdict(try naming(sound)) { $0.signer.trust.pins = [] } == .accepted)
    }

    @Test(
        "Names are decoded: escapes, quotes, hexadecimal forms and letters outside ASCII",
        arguments: [
            ("CN=a\\,b", "a,b"), ("CN=\"a,b\"", "a,b"), ("CN=\\61\\C3\\A5", "aå"),
            ("CN=#0C0261C3".replacing("0261C3", with: "03 61C3A5").replacing(" ", with: ""), "aå"),
            ("CN=å ", "å"), ("CN=a\\ ", "a "), ("CN= a  b ", "a  b"), ("CN=a=b", "a=b"),
        ])
    func decoding(_ text: String, _ value: String) throws {
        let name = try #require(DistinguishedName(text))
        #expect(name == (try #require(DistinguishedName("CN=\"\(value)\""))))
    }

    /// PKIPath ::= SEQUENCE OF Certificate, with a length in two bytes.
    private func path(_ certificates: [Certificate]) -> [UInt8] {
        let content = certificates.flatMap(\.der)
        return [0x30, 0x82, UInt8(content.count >> 8), UInt8(content.count & 255)] + content
    }

    private func carrying(_ der: [UInt8], type: String = "#X509PKIPathv1") throws -> AS4Entity {
        let entity = try Sample.packaged(sides).entity
        let token = Base64.encode(sides.region.certificate.der)
        return try entity.replacing(token, with: Base64.encode(der)).replacing("#X509v3", with: type, everywhere: true)
    }

    @Test("A path is read root first, leaf last, and its certificates complete the chain; trust comes from our anchors alone")
    func pkiPath() throws {
        let root = try #require(try Certificate.load(path: sides.pki.root(.as4)).first)
        let issuing = try #require(try Certificate.load(path: sides.pki.issuing(.as4)).first)
        let leaf = sides.region.certificate
        for path in [[root, issuing, leaf], [issuing, leaf]] {
            #expect(verdict(try carrying(self.path(path))) { $0.signer.trust.intermediates = [] } == .accepted)
        }
        #expect(verdict(try carrying(path([leaf]))) { $0.signer.trust.intermediates = [] } == Verdict(code: "T001", ebms: "EBMS:0101"))
        #expect(verdict(try carrying(path([root, issuing, leaf]))) { $0.signer.trust.anchors = [] }.code.hasPrefix("T0"))
        #expect(verdict(try carrying(path([leaf, issuing, root]))).ebms == "EBMS:0101")
    }

    @Test("What is no path of certificates is refused")
    func brokenPath() throws {
        let leaf = sides.region.certificate
        let sound = path([leaf])
        let broken: [[UInt8]] = [
            [], [0x30, 0x00], leaf.der, sound + [0], sound.dropLast(), [0x31] + sound.dropFirst(), [0x30, 0x80] + leaf.der + [0, 0],
            path(Array(repeating: leaf, count: Certificate.longestPath + 1)),
        ]
        for der in broken { #expect(verdict(try carrying(der)).code == "A061", "\(der.prefix(4))") }
        #expect(verdict(try carrying(leaf.der, type: "#PKCS7")).code == "A060")
    }

    /// A message signed again with these prefixes on SignedInfo and on the header's references.
    private func signed(method: [String]?, transforms: [String]) throws -> AS4Entity {
        let entity = try Sample.packaged(sides).entity
        let envelope = try SOAPEnvelope(try UnpackedEntity(entity).envelope)
        let security = try envelope.security()
        let old = try security.only("Signature", in: SignatureNames.ds)
        var references = try SignedInfo.read(old, profile: .webServiceSecurity).references
        for (index, element) in [(0, envelope.messaging), (1, envelope.body)] {
            references[index].transforms = [.init(SignatureNames.exclusiveCanonicalization, inclusivePrefixes: transforms)]
            references[index].digest = try CanonicalDigest.sha256(of: element, inclusivePrefixes: transforms)
        }
        let signature = try SignatureWriter(
            key: sides.region.key, keyInfo: SecurityToken.reference(to: EnvelopeSigner.id("t", "0001@region.example.se"))
        )
        .write(references, into: security)
        old.remove()
        if let method {
            let info = try signature.only("SignedInfo", in: SignatureNames.ds)
            let canonicalization = try info.only("CanonicalizationMethod", in: SignatureNames.ds)
            try canonicalization.append(
                Markup(
                    "ec:InclusiveNamespaces", namespaces: ["ec": SignatureNames.exclusiveCanonicalization],
                    attributes: [("PrefixList", method.joined(separator: " "))]))
            let value = try sides.region.key.sign(try Canonicalizer.bytes(info, inclusivePrefixes: method))
            let unsigned = try signature.only("SignatureValue", in: SignatureNames.ds)
            try signature.insert(Markup("ds:SignatureValue", text: Base64.encode(value)), before: unsigned)
            unsigned.remove()
        }
        let attachment = try #require(try UnpackedEntity(entity).attachments.first)
        let part = MultipartWriter.Part(contentID: "message", contentType: "application/gzip", content: attachment.content)
        return try MultipartWriter.entity(envelope: try envelope.messaging.document.serialized(), parts: [part])
    }

    @Test(
        "InclusiveNamespaces is honoured wherever it stands: nowhere, on the method, on the transforms, on both, with undeclared prefixes",
        arguments: [
            (nil, []), (["S12"], []), (nil, ["S12", "wsu"]), (["S12", "wsse"], ["eb"]), (["undeclared"], ["undeclared", "S12"]),
            ([], ["#default"]),
        ] as [([String]?, [String])])
    func inclusiveNamespaces(_ method: [String]?, _ transforms: [String]) throws {
        let entity = try signed(method: method, transforms: transforms)
        #expect(verdict(entity) == .accepted)
        if transforms.contains("S12") {
            #expect(
                verdict(try entity.replacing("PrefixList=\"\(transforms.joined(separator: " "))\"", with: "PrefixList=\"wsu\""))
                    != .accepted)
        }
    }
}
