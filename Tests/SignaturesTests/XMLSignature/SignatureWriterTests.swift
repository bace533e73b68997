import Documents
import Foundation
import Signatures
import Testing

/// The low level as WS-Security uses it: references by wsu:Id and cid, a token reference in KeyInfo.
@Suite("Signatures in a header", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct SignatureWriterTests {
    let people: Identities
    init() throws { people = try Identities.shared.get() }

    private static let envelope = """
        <S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope" xmlns:wsu="\(IdMap.utilityNamespace)">\
        <S:Header><Security xmlns="urn:security"/></S:Header><S:Body wsu:Id="body"><a/></S:Body></S:Envelope>
        """

    /// Signs the body and a part outside the document, and answers the document parsed anew.
    private func signed(_ signer: Identities.Signer, id: String? = nil) throws -> Document {
        let document = try Document.parse([UInt8](Self.envelope), limits: .soapHeader)
        let exclusive = SignedReference.Transform(SignatureNames.exclusiveCanonicalization)
        let body = SignedReference(uri: "#body", transforms: [exclusive], digest: try CanonicalDigest.sha256(of: document.root.children[1]))
        let part = SignedReference(
            uri: "cid:part@sluss", transforms: [.init(SignatureNames.attachmentContent)], digest: Digest.sha256([UInt8]("part")))
        var writer = SignatureWriter(
            key: people.key(signer), keyInfo: Markup("wsse:Ref", namespaces: ["wsse": "urn:wsse"], attributes: [("URI", "#token")]))
        writer.id = id
        let signature = try writer.write([body, part], into: document.root.children[0].children[0])
        #expect(signature.attribute("Id") == id && signature.children.map(\.name) == ["SignedInfo", "SignatureValue", "KeyInfo"])
        return try Document.parse(document.serialized(), limits: .soapHeader)
    }

    private func signature(in document: Document) -> Element { document.root.children[0].children[0].children[0] }

    @Test("What is written is read back: references, algorithm, KeyInfo, and the value verifies", arguments: Identities.Signer.allCases)
    func readBack(signer: Identities.Signer) throws {
        let document = try signed(signer, id: "sig")
        let read = try SignedInfo.read(signature(in: document), profile: .webServiceSecurity)
        #expect(read.algorithm == people.key(signer).algorithm && read.objects.isEmpty && read.canonicalizationPrefixes.isEmpty)
        #expect(read.references.map(\.uri) == ["#body", "cid:part@sluss"])
        #expect(read.references[1].digest == Digest.sha256([UInt8]("part")))
        #expect(read.keyInfo.children.map(\.name) == ["Ref"])
        try read.verifyValue(with: people.certificate(signer))
        #expect(verdict { try read.verifyValue(with: people.other) } == "S007")
        let body = try #require(document.idMap().element("body"))
        try read.references[0].requireDigest(try CanonicalDigest.sha256(of: body), at: body.place)
        #expect(verdict { try read.references[1].requireDigest(Digest.sha256([UInt8]("other")), at: .unknown) } == "S006")
    }

    @Test("The profile of the header refuses objects and the enveloped transform, that of the message the attachment transform")
    func profiles() throws {
        let document = try signed(.rsa)
        #expect(verdict { try SignedInfo.read(signature(in: document), profile: .enveloped) } == "S005")
        try signature(in: document).append(Markup("ds:Object"))
        #expect(verdict { try SignedInfo.read(signature(in: document), profile: .webServiceSecurity) } == "S011")
        let bench = try Workbench()
        let enveloped = try Document.parse([UInt8](bench.plainlySigned(Samples.plain)))
        let own = try #require(enveloped.root.children.last)
        #expect(verdict { try SignedInfo.read(own, profile: .webServiceSecurity) } == "S005")
    }

    @Test("A changed byte of SignedInfo changes the value's verdict")
    func changedSignedInfo() throws {
        let text = String(decoding: try signed(.ec).serialized(), as: UTF8.self)
        let changed = try Document.parse([UInt8](text.replacing("cid:part@sluss", with: "cid:part@slusS")))
        let read = try SignedInfo.read(signature(in: changed), profile: .webServiceSecurity)
        #expect(verdict { try read.verifyValue(with: people.ec) } == "S007")
    }

    @Test("Prefixes on the canonicalization method are applied to SignedInfo")
    func canonicalizationPrefixes() throws {
        let document = try signed(.rsa)
        let element = signature(in: document)
        let method = try #require(element.children.first?.children.first)
        try method.append(
            Markup(
                "ec:InclusiveNamespaces", namespaces: ["ec": SignatureNames.exclusiveCanonicalization],
                attributes: [("PrefixList", "S wsu")]))
        let value = try people.rsaKey.sign(Canonicalizer.bytes(try #require(element.children.first), inclusivePrefixes: ["S", "wsu"]))
        let old = element.children[1]
        try element.insert(Markup("ds:SignatureValue", text: Base64.encode(value)), before: old)
        old.remove()
        let read = try SignedInfo.read(element, profile: .webServiceSecurity)
        #expect(read.canonicalizationPrefixes == ["S", "wsu"])
        try read.verifyValue(with: people.rsa)
    }

    @Test("A reference goes through markup and back unchanged")
    func references() throws {
        var reference = SignedReference(
            uri: "cid:a", transforms: [.init(SignatureNames.exclusiveCanonicalization, inclusivePrefixes: ["a", "#default"])],
            digest: Digest.sha256([]))
        (reference.type, reference.id) = ("urn:t", "r1")
        let holder = try Document(Markup("ds:x", namespaces: ["ds": SignatureNames.ds], children: [reference.markup]))
        #expect(try SignedReference.read(holder.root.children[0], profile: .webServiceSecurity) == reference)
        #expect(reference.inclusivePrefixes == ["a", "#default"])
    }

    @Test(
        "A reference without digest, with two or with children in another order is refused",
        arguments: ["ds:DigestMethod", "ds:DigestValue"])
    func brokenReferences(name: String) throws {
        var markup = SignedReference(uri: "#a", transforms: [], digest: Digest.sha256([])).markup
        let whole = markup
        let read = { (markup: Markup) in
            verdict {
                let holder = try Document(Markup("ds:x", namespaces: ["ds": SignatureNames.ds], children: [markup]))
                return try SignedReference.read(holder.root.children[0], profile: .webServiceSecurity)
            }
        }
        #expect(read(whole) == "accepted")
        markup.content = whole.content.filter { $0 != child(name, of: whole) }
        #expect(read(markup) == "S011")
        markup.content = whole.content + [child(name, of: whole)].compactMap { $0 }
        #expect(read(markup) == "S011")
        markup.content = whole.content.reversed()
        #expect(read(markup) == "S011")
    }

    private func child(_ name: String, of markup: Markup) -> Markup.Content? {
        markup.content.first { if case .element(let element) = $0 { element.qualifiedName == name } else { false } }
    }
}
