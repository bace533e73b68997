import Documents
import Signatures

/// Encrypts the parts of one message under one new content key (eDelivery AS4 1.15: sign first, then encrypt).
struct PartEncryption {
    /// The key of all parts; each has a vector of its own.
    let key = ContentKey()
    private let recipient: Certificate
    private let wrapped: [UInt8]

    /// Throws A093 when the certificate's key cannot be encrypted to.
    init(recipient: Certificate) throws(Refusal) {
        guard let wrapped = recipient.publicKey.wrap(key, .oaepSHA256) else { throw Self.unfit(recipient) }
        self.recipient = recipient
        self.wrapped = wrapped
    }

    /// Throws A093 unless the certificate has an RSA key of an allowed size.
    static func requireFit(_ recipient: Certificate) throws(Refusal) {
        guard case .rsa(let bits) = recipient.keyAlgorithm, PublicKey.allowedRSABits.contains(bits) else { throw unfit(recipient) }
    }

    private static func unfit(_ recipient: Certificate) -> Refusal {
        Refusal(AS4Code.encryptionKey, detail: "found=\(recipient.keyAlgorithm) expected=rsa 2048-4096")
    }

    /// What wsse:Security says of it, in the order peers expect: the recipient's certificate, the wrapped key, one EncryptedData a part.
    func markup(parts: [(contentID: String, mediaType: String)], id: (String) -> String) -> [Markup] {
        let (token, keyID) = (id("r"), id("k"))
        let dataIDs = parts.indices.map { id("d\($0)") }
        let data = zip(parts, dataIDs).map { part, dataID in
            EncryptedPart.markup(id: dataID, contentID: part.contentID, mediaType: part.mediaType, keyID: keyID)
        }
        return [
            SecurityToken.markup(recipient, id: token),
            EncryptedKey.markup(id: keyID, recipientToken: token, wrapped: wrapped, dataIDs: dataIDs),
        ] + data
    }

    /// Writes a part as IV, ciphertext and tag. Throws ``StreamFault``; number 0 when it is longer than GCM allows (64 GB).
    static func write(_ content: any ByteSource, under key: ContentKey, into sink: any ByteSink) throws(StreamFault) {
        let vector = ContentCipher.newVector()
        guard let cipher = ContentCipher(.encipher, key: key, vector: vector) else { throw StreamFault(.write, errorNumber: 0) }
        try sink.write(vector)
        try content.forEachPiece(orThrow: \.self) { piece throws(StreamFault) in
            guard let output = cipher.update(piece) else { throw StreamFault(.write, errorNumber: 0) }
            try sink.write(output)
        }
        guard let tag = cipher.tag() else { throw StreamFault(.write, errorNumber: 0) }
        try sink.write(tag)
    }
}
