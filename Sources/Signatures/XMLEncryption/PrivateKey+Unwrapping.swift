import COpenSSL
import Documents

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
