import COpenSSL
import Documents

extension PublicKey {
    /// Whether a content key can be wrapped for the owner of this key: RSA of an allowed size.
    package var canWrap: Bool {
        if case .rsa(let bits) = kind { Self.allowedRSABits.contains(bits) } else { false }
    }

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
