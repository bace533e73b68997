import Documents
import Signatures

/// `xenc:EncryptedKey`: the content key of a message, wrapped for its recipient. Reading uses no key; every algorithm is on the list or the
/// message is refused before one is touched.
struct EncryptedKey {
    let id: String?
    /// Identifier of the key transport as written.
    let algorithm: String
    let transport: KeyTransport
    let recipient: KeyReference
    let wrapped: [UInt8]
    /// Ids of the EncryptedData it is for, in the order of the list.
    let dataReferences: [String]
    let place: Place

    /// Throws A054, A060, A065.
    init(_ element: Element) throws(EBMSError) {
        place = element.place
        id = element.attribute("Id")
        guard element.hasOnlyElements else { throw EBMSError(.encryptionStructure, at: place, detail: "EncryptedKey") }
        var reader = EncryptionReader(element)
        let method = try reader.required("EncryptionMethod", in: EncryptionNames.xenc)
        algorithm = method.attribute("Algorithm") ?? ""
        transport = try Self.transport(method)
        recipient = try KeyReference(try reader.required("KeyInfo", in: SignatureNames.ds))
        var data = EncryptionReader(try reader.required("CipherData", in: EncryptionNames.xenc))
        let value = try data.required("CipherValue", in: EncryptionNames.xenc)
        guard let text = try? value.text(), let bytes = Base64.decode(text), !bytes.isEmpty else {
            throw EBMSError(.encryptionStructure, at: value.place, detail: "CipherValue")
        }
        wrapped = bytes
        try data.end()
        dataReferences = try Self.references(try reader.required("ReferenceList", in: EncryptionNames.xenc))
        try reader.end()
    }

    /// `rsa-oaep` with SHA-256 and MGF1 with SHA-256; or either `rsa-oaep` without MGF, which means MGF1 with SHA-1, and SHA-256.
    private static func transport(_ method: Element) throws(EBMSError) -> KeyTransport {
        var reader = EncryptionReader(method)
        let digest = reader.optional("DigestMethod", in: SignatureNames.ds)
        let mask = reader.optional("MGF", in: EncryptionNames.xenc11)
        // A label (OAEPparams) or a key size would change what the algorithm means.
        try reader.end()
        guard digest?.attribute("Algorithm") == SignatureNames.sha256 else {
            throw EBMSError(.algorithm, at: method.place, detail: "digest of the key transport")
        }
        switch (method.attribute("Algorithm"), mask.map { $0.attribute("Algorithm") ?? "" }) {
        case (EncryptionNames.rsaOAEP, EncryptionNames.mgf1SHA256): return .oaepSHA256
        case (EncryptionNames.rsaOAEP, nil), (EncryptionNames.rsaOAEPMGF1P, nil): return .oaepSHA256MaskSHA1
        default: throw EBMSError(.algorithm, at: method.place, detail: "key transport")
        }
    }

    private static func references(_ list: Element) throws(EBMSError) -> [String] {
        var reader = EncryptionReader(list)
        var ids: [String] = []
        while let reference = reader.optional("DataReference", in: EncryptionNames.xenc) {
            guard let uri = reference.attribute("URI"), uri.hasPrefix("#"), uri.utf8.count > 1, ids.count < InboundLimits.mostParts else {
                throw EBMSError(.encryptionStructure, at: reference.place, detail: "DataReference")
            }
            ids.append(String(uri.dropFirst()))
        }
        try reader.end()
        return ids
    }

    /// The element to write, for a key wrapped in the form of the profile.
    static func markup(id: String, recipientToken: String, wrapped: [UInt8], dataIDs: [String]) -> Markup {
        let method = Markup(
            "xenc:EncryptionMethod", attributes: [("Algorithm", EncryptionNames.rsaOAEP)],
            children: [
                Markup("ds:DigestMethod", attributes: [("Algorithm", SignatureNames.sha256)]),
                Markup("xenc11:MGF", attributes: [("Algorithm", EncryptionNames.mgf1SHA256)]),
            ])
        let value = Markup("xenc:CipherData", children: [Markup("xenc:CipherValue", text: Base64.encode(wrapped))])
        let references = dataIDs.map { Markup("xenc:DataReference", attributes: [("URI", "#" + $0)]) }
        return Markup(
            "xenc:EncryptedKey",
            namespaces: ["xenc": EncryptionNames.xenc, "xenc11": EncryptionNames.xenc11, "ds": SignatureNames.ds],
            attributes: [("Id", id)],
            children: [
                method, Markup("ds:KeyInfo", children: [SecurityToken.reference(to: recipientToken)]), value,
                Markup("xenc:ReferenceList", children: references),
            ])
    }
}
