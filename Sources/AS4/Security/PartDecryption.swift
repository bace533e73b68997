import Documents
import Signatures

/// Decrypts the parts of a message into scratch space.
///
/// There is one outcome besides success, A068 without place or detail, whatever was wrong: key, recipient, length or tag. The same private-key
/// operation and the same pass over the content come before it, so that neither words nor work tell a caller which (RFC 8017 7.1.2).
struct PartDecryption {
    let header: EncryptionHeader
    let keys: [DecryptionKey]
    let scratch: any ScratchSpace

    /// The attachments in clear, with the Content-Type they had before. Throws A053 when we have no key at all, A060, A061 for a reference that
    /// cannot be read, A068, A092.
    func decrypted(_ attachments: [UnpackedEntity.Attachment], tokens: [Element]) throws(EBMSError) -> [UnpackedEntity.Attachment] {
        let contentKey = try contentKey(tokens)
        var clear: [UnpackedEntity.Attachment] = []
        for attachment in attachments {
            guard let part = header.parts[attachment.contentID] else { throw EBMSError(.decryption) }
            let content = try decrypted(attachment.content, contentKey)
            clear.append(
                UnpackedEntity.Attachment(
                    contentID: attachment.contentID, mediaType: part.mediaType ?? attachment.mediaType, content: content))
        }
        return clear
    }

    private func contentKey(_ tokens: [Element]) throws(EBMSError) -> ContentKey {
        guard let first = keys.first else { throw EBMSError(.encrypted, at: header.key.place) }
        let meant = try header.key.recipient.match(tokens: tokens, known: keys.map(\.certificate), at: header.key.place)
        let own = keys.first { $0.certificate == meant }
        // For somebody else: our key is used all the same and its answer thrown away.
        let unwrapped = (own ?? first).key.unwrap(header.key.wrapped, header.key.transport)
        return own == nil ? ContentKey() : unwrapped
    }

    /// IV, ciphertext and tag become plaintext in scratch space, which is given out only when the tag fits.
    private func decrypted(_ content: any ByteSource, _ key: ContentKey) throws(EBMSError) -> any ByteSource {
        let overhead = ContentCipher.vectorLength + ContentCipher.tagLength
        guard content.count >= overhead else { throw EBMSError(.decryption) }
        let end = content.count - ContentCipher.tagLength
        let vector = try bytes(of: content, 0..<ContentCipher.vectorLength)
        let tag = try bytes(of: content, end..<content.count)
        guard let cipher = ContentCipher(.decipher, key: key, vector: vector) else { throw EBMSError(.decryption) }
        let sink = try storing { () throws(StreamFault) in try scratch.makeSink() }
        let ciphertext = SourceSlice(content, ContentCipher.vectorLength..<end)
        try ciphertext.forEachPiece(orThrow: EBMSError.init) { piece throws(EBMSError) in
            guard let plain = cipher.update(piece) else { throw EBMSError(.decryption) }
            try storing { () throws(StreamFault) in try sink.write(plain) }
        }
        guard cipher.hasTag(tag) else { throw EBMSError(.decryption) }
        return try storing { () throws(StreamFault) in try sink.finish() }
    }

    private func bytes(of content: any ByteSource, _ range: Range<Int>) throws(EBMSError) -> [UInt8] {
        try storing { () throws(StreamFault) in try SourceSlice(content, range).bytes() }
    }
}
