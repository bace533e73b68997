import Documents
import Signatures

/// `xenc:EncryptedData` of an attachment: which part is ciphertext, and what it was before.
struct EncryptedPart {
    private static let contentOnly = SecurityName.attachments + "#Attachment-Content-Only"
    private static let complete = SecurityName.attachments + "#Attachment-Complete"
    private static let ciphertext = SecurityName.attachments + "#Attachment-Ciphertext-Transform"

    let id: String
    /// The part, by Content-ID.
    let contentID: String
    /// The part's Content-Type before encryption; nil when the sender does not say.
    let mediaType: MediaType?

    /// Throws A054, A060, A065, and A066 for a part encrypted with its MIME header, which the profile does not use. `keyID` is the Id of the
    /// EncryptedKey, which a KeyInfo must point at.
    init(_ element: Element, keyID: String?) throws(EBMSError) {
        let place = element.place
        guard let id = element.attribute("Id"), element.hasOnlyElements else {
            throw EBMSError(.encryptionStructure, at: place, detail: "EncryptedData")
        }
        self.id = id
        guard element.attribute("Type") != Self.complete else { throw EBMSError(.attachmentComplete, at: place) }
        guard element.attribute("Type") == Self.contentOnly else { throw EBMSError(.encryptionStructure, at: place, detail: "Type") }
        mediaType = try element.attribute("MimeType").map { type throws(EBMSError) in
            guard let type = try? MediaType(parsing: type) else { throw EBMSError(.encryptionStructure, at: place, detail: "MimeType") }
            return type
        }
        var reader = EncryptionReader(element)
        let method = try reader.required("EncryptionMethod", in: EncryptionNames.xenc)
        guard method.attribute("Algorithm") == EncryptionNames.aes128GCM, method.children.isEmpty else {
            throw EBMSError(.algorithm, at: method.place, detail: "content encryption")
        }
        if let keyInfo = reader.optional("KeyInfo", in: SignatureNames.ds) { try Self.require(keyInfo, toNameKey: keyID) }
        var data = EncryptionReader(try reader.required("CipherData", in: EncryptionNames.xenc))
        contentID = try Self.part(try data.required("CipherReference", in: EncryptionNames.xenc))
        try data.end()
        try reader.end()
    }

    private static func part(_ reference: Element) throws(EBMSError) -> String {
        guard let uri = reference.attribute("URI"), let id = ContentID.parse(uri: uri) else {
            throw EBMSError(.encryptionStructure, at: reference.place, detail: "CipherReference")
        }
        var reader = EncryptionReader(reference)
        var transforms = EncryptionReader(try reader.required("Transforms", in: EncryptionNames.xenc))
        let transform = try transforms.required("Transform", in: SignatureNames.ds)
        try transforms.end()
        try reader.end()
        guard transform.attribute("Algorithm") == ciphertext, transform.children.isEmpty else {
            throw EBMSError(.transform, at: transform.place, detail: "ciphertext")
        }
        return id
    }

    private static func require(_ keyInfo: Element, toNameKey keyID: String?) throws(EBMSError) {
        let holder = keyInfo.child("SecurityTokenReference", in: Namespace.security)
        guard let reference = holder?.child("Reference", in: Namespace.security), let keyID, reference.attribute("URI") == "#" + keyID
        else {
            throw EBMSError(.encryptionStructure, at: keyInfo.place, detail: "KeyInfo of EncryptedData")
        }
    }

    /// The element to write.
    static func markup(id: String, contentID: String, mediaType: String, keyID: String) -> Markup {
        let reference = Markup(
            "wsse:SecurityTokenReference", namespaces: ["wsse11": SecurityName.security11],
            attributes: [("wsse11:TokenType", SecurityName.encryptedKey)],
            children: [Markup("wsse:Reference", attributes: [("URI", "#" + keyID)])])
        let transform = Markup("ds:Transform", attributes: [("Algorithm", ciphertext)])
        let cipher = Markup(
            "xenc:CipherReference", attributes: [("URI", ContentID.uri(contentID))],
            children: [Markup("xenc:Transforms", children: [transform])])
        return Markup(
            "xenc:EncryptedData", namespaces: ["xenc": EncryptionNames.xenc, "ds": SignatureNames.ds],
            attributes: [("Id", id), ("Type", contentOnly), ("MimeType", mediaType)],
            children: [
                Markup("xenc:EncryptionMethod", attributes: [("Algorithm", EncryptionNames.aes128GCM)]),
                Markup("ds:KeyInfo", children: [reference]), Markup("xenc:CipherData", children: [cipher]),
            ])
    }
}
