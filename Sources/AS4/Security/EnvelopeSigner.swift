import Documents
import Signatures

/// Builds and signs envelopes under eDelivery AS4 1.15: RSA-SHA256, the certificate as BinarySecurityToken, Messaging, Body and every
/// attachment covered. No wsu:Timestamp and no InclusiveNamespaces, so that the same content gives the same digests.
struct EnvelopeSigner: Sendable {
    /// An envelope ready to send.
    struct Signed {
        let envelope: [UInt8]
        let references: [SignedReference]
    }

    /// An attachment to cover: the SHA-256 of its octets before encryption.
    struct Attachment {
        let contentID: String
        let digest: [UInt8]
    }

    private let key: any MessageKey
    private let certificate: Certificate

    /// Throws A091 unless the key is RSA and belongs to the certificate.
    init(key: any MessageKey, certificate: Certificate) throws(Refusal) {
        guard key.algorithm == .rsaSHA256 else { throw Refusal(AS4Code.signingKey, detail: "found=\(key.algorithm) expected=rsaSHA256") }
        guard key.matches(certificate) else { throw Refusal(AS4Code.signingKey, detail: "key and certificate do not belong together") }
        self.key = key
        self.certificate = certificate
    }

    /// Writes an envelope around one message. `seed` makes the Ids, so that they differ between messages and not between attempts.
    /// Throws D013, D009, K007.
    func sign(_ message: Markup, body: [Markup] = [], attachments: [Attachment] = [], seed: String) throws(Refusal) -> Signed {
        try sign(Content(message: message, body: body, attachments: attachments), seed: seed)
    }

    /// What an envelope is made of.
    struct Content {
        let message: Markup
        var body: [Markup] = []
        var attachments: [Attachment] = []
        /// What wsse:Security says of encryption; stands before the signature.
        var encryption: [Markup] = []
    }

    /// Writes an envelope around one message. Throws D013, D009, K007.
    func sign(_ content: Content, seed: String) throws(Refusal) -> Signed {
        let document = try Document(envelope(content, seed: seed))
        let header = try document.root.only("Header", in: Namespace.soap)
        let messaging = try header.only("Messaging", in: Namespace.ebms)
        let bodyElement = try document.root.only("Body", in: Namespace.soap)
        let canonical = [SignedReference.Transform(SignatureNames.exclusiveCanonicalization)]
        var references = [
            SignedReference(uri: "#" + Self.id("m", seed), transforms: canonical, digest: try CanonicalDigest.sha256(of: messaging)),
            SignedReference(uri: "#" + Self.id("b", seed), transforms: canonical, digest: try CanonicalDigest.sha256(of: bodyElement)),
        ]
        references += content.attachments.map { attachment in
            SignedReference(
                uri: ContentID.uri(attachment.contentID), transforms: [SignedReference.Transform(SignatureNames.attachmentContent)],
                digest: attachment.digest)
        }
        let writer = SignatureWriter(key: key, keyInfo: SecurityToken.reference(to: Self.id("t", seed)))
        try writer.write(references, into: try header.only("Security", in: Namespace.security))
        return Signed(envelope: try document.serialized(), references: references)
    }

    private func envelope(_ content: Content, seed: String) -> Markup {
        let messaging = Markup(
            "eb:Messaging", namespaces: ["eb": Namespace.ebms, "wsu": Namespace.utility],
            attributes: [("S12:mustUnderstand", "true"), ("wsu:Id", Self.id("m", seed))], children: [content.message])
        let token = SecurityToken.markup(certificate, id: Self.id("t", seed))
        let security = Markup(
            "wsse:Security", namespaces: ["wsse": Namespace.security, "wsu": Namespace.utility],
            attributes: [("S12:mustUnderstand", "true")], children: [token] + content.encryption)
        let bodyMarkup = Markup(
            "S12:Body", namespaces: ["wsu": Namespace.utility], attributes: [("wsu:Id", Self.id("b", seed))], children: content.body)
        return Markup(
            "S12:Envelope", namespaces: ["S12": Namespace.soap],
            children: [Markup("S12:Header", children: [messaging, security]), bodyMarkup])
    }

    /// An Id made of a letter and a digest: an NCName whatever the seed is.
    static func id(_ kind: String, _ seed: String) -> String {
        let digest = Digest.sha256(Array(seed.utf8)).prefix(16)
        return kind + "-" + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
