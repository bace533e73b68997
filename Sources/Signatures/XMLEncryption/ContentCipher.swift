import COpenSSL

/// AES-128-GCM (NIST SP 800-38D) over content of any length, piece by piece. Use one value once, from one task.
///
/// What comes out while deciphering is unproved until ``hasTag(_:)`` has said yes: nobody may act on it before.
package final class ContentCipher {
    /// Which way.
    package enum Direction: Int32, Sendable {
        /// Cipher to plain.
        case decipher = 0
        /// Plain to cipher.
        case encipher = 1
    }

    /// Bytes of the initialization vector, which stands before the ciphertext.
    package static let vectorLength = 12
    /// Bytes of the authentication tag, which stands after it.
    package static let tagLength = 16

    private let context: OpaquePointer?

    /// Nil when OpenSSL cannot, or the vector is not 12 bytes.
    ///
    /// - Parameter bound: bytes in clear that the tag proves too (additional authenticated data); none in XML Encryption.
    package init?(_ direction: Direction, key: ContentKey, vector: [UInt8], bound: [UInt8] = []) {
        context = EVP_CIPHER_CTX_new()
        guard let context, vector.count == Self.vectorLength else { return nil }
        let status = key.withBytes { EVP_CipherInit_ex(context, EVP_aes_128_gcm(), nil, $0, vector, direction.rawValue) }
        guard status == 1 else { return nil }
        guard !bound.isEmpty else { return }
        var taken: Int32 = 0
        guard let length = Int32(exactly: bound.count), EVP_CipherUpdate(context, nil, &taken, bound, length) == 1 else { return nil }
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// A new random vector.
    package static func newVector() -> [UInt8] {
        var vector = [UInt8](repeating: 0, count: vectorLength)
        precondition(RAND_bytes(&vector, Int32(vector.count)) == 1, "no random bytes from OpenSSL")
        return vector
    }

    /// Works on a piece; as many bytes come out as go in. Nil beyond the 64 GB that GCM allows.
    package func update(_ piece: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let length = Int32(exactly: piece.count) else { return nil }
        guard length > 0 else { return [] }
        var output = [UInt8](repeating: 0, count: piece.count)
        var written: Int32 = 0
        let input = piece.bindMemory(to: UInt8.self).baseAddress
        guard EVP_CipherUpdate(context, &output, &written, input, length) == 1, written == length else { return nil }
        return output
    }

    /// Ends enciphering and gives the tag. Nil when OpenSSL cannot.
    package func tag() -> [UInt8]? {
        var tag = [UInt8](repeating: 0, count: Self.tagLength)
        guard finish(), EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag) == 1 else { return nil }
        return tag
    }

    /// Ends deciphering: whether everything that came out is what was enciphered under this key.
    package func hasTag(_ tag: [UInt8]) -> Bool {
        defer { NativeBytes.clearErrors() }
        guard tag.count == Self.tagLength else { return false }
        var tag = tag
        return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1 && finish()
    }

    private func finish() -> Bool {
        var rest = [UInt8](repeating: 0, count: Self.tagLength)
        var written: Int32 = 0
        return EVP_CipherFinal_ex(context, &rest, &written) == 1
    }
}
