import COpenSSL
import Documents

extension PublicKey {
    /// Wraps a content key for the owner of this key. Nil unless it is RSA of an allowed size.
    package func wrap(_ key: ContentKey, _ transport: KeyTransport) -> [UInt8]? {
        guard case .rsa(let bits) = kind, Self.allowedRSABits.contains(bits) else { return nil }
        defer { NativeBytes.clearErrors() }
        let operation = KeyOperation(handle)
        guard EVP_PKEY_encrypt_init(operation.context) == 1, operation.set(transport) else { return nil }
        return key.withBytes { bytes in
            operation.output { EVP_PKEY_encrypt(operation.context, $0, $1, bytes, bytes.count) }
        }
    }
}

extension PrivateKey {
    /// Unwraps a content key. A value that was not wrapped for this key gives a random key and no word about it: whoever uses it finds
    /// that the tag does not fit, and an attacker cannot tell a bad wrapping from a bad content (RFC 8017 7.1.2, note).
    package func unwrap(_ wrapped: [UInt8], _ transport: KeyTransport) -> ContentKey {
        let substitute = ContentKey()
        var bytes = decrypted(wrapped, transport) ?? []
        defer { bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        return ContentKey(taking: &bytes) ?? substitute
    }

    /// Whether this key can unwrap: RSA.
    package var canUnwrap: Bool { algorithm == .rsaSHA256 }

    /// What was wrapped, of any length; nil when it was not for this key. For ``unwrap(_:_:)`` alone, which keeps the difference to itself.
    func decrypted(_ wrapped: [UInt8], _ transport: KeyTransport) -> [UInt8]? {
        defer { NativeBytes.clearErrors() }
        let operation = KeyOperation(handle)
        guard canUnwrap, EVP_PKEY_decrypt_init(operation.context) == 1, operation.set(transport) else { return nil }
        return operation.output { EVP_PKEY_decrypt(operation.context, $0, $1, wrapped, wrapped.count) }
    }
}

/// One EVP_PKEY_CTX, fresh for every operation.
private final class KeyOperation {
    let context: OpaquePointer?

    init(_ handle: NativeHandle) { context = EVP_PKEY_CTX_new(handle.pointer, nil) }

    deinit { EVP_PKEY_CTX_free(context) }

    func set(_ transport: KeyTransport) -> Bool {
        let mask = transport == .oaepSHA256 ? EVP_sha256() : EVP_sha1()
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1 && EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask) == 1
    }

    /// The output of a function that first tells the length and then writes.
    func output(_ work: (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int>) -> Int32) -> [UInt8]? {
        var length = 0
        guard work(nil, &length) == 1, length > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: length)
        let status = bytes.withUnsafeMutableBufferPointer { work($0.baseAddress, &length) }
        guard status == 1, length <= bytes.count else { return nil }
        bytes.removeSubrange(length...)
        return bytes
    }
}
