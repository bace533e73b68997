import Documents
import Signatures

/// What wsse:Security says of encryption: one wrapped key, and the parts it is for.
struct EncryptionHeader {
    let key: EncryptedKey
    /// By Content-ID.
    let parts: [String: EncryptedPart]

    /// Nil when nothing is encrypted. Throws A054, A060, A065, A066 before any key is used: more than one wrapped key, one without parts, a part
    /// twice, or lists that do not agree.
    static func read(_ children: [Element]) throws(EBMSError) -> EncryptionHeader? {
        guard let first = children.first else { return nil }
        let keys = children.filter { $0.is("EncryptedKey", in: EncryptionNames.xenc) }
        guard let element = keys.first, keys.count == 1 else {
            throw EBMSError(.encryptionStructure, at: first.place, detail: "EncryptedKey: \(keys.count)")
        }
        let key = try EncryptedKey(element)
        var parts: [String: EncryptedPart] = [:]
        var ids: [String] = []
        for child in children where child != element {
            guard child.is("EncryptedData", in: EncryptionNames.xenc), parts.count < InboundLimits.mostParts else {
                throw EBMSError(.encryptionStructure, at: child.place)
            }
            let part = try EncryptedPart(child, keyID: key.id)
            guard parts.updateValue(part, forKey: part.contentID) == nil else {
                throw EBMSError(.encryptionStructure, at: child.place, detail: "one part twice")
            }
            ids.append(part.id)
        }
        guard !ids.isEmpty, key.dataReferences.sorted() == ids.sorted() else {
            throw EBMSError(.encryptionStructure, at: key.place, detail: "ReferenceList")
        }
        return EncryptionHeader(key: key, parts: parts)
    }

    /// Throws A067 when an attachment is not encrypted, A065 when an EncryptedData names none: the profile encrypts every part or none.
    func requireAll(_ attachments: [UnpackedEntity.Attachment]) throws(EBMSError) {
        let present = Set(attachments.map(\.contentID))
        guard present.isSubset(of: parts.keys) else { throw EBMSError(.unencrypted, at: key.place, detail: "not every part") }
        guard present.count == parts.count else {
            throw EBMSError(.encryptionStructure, at: key.place, detail: "EncryptedData without part")
        }
    }
}
