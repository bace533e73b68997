import COpenSSL
import CShim
import Documents

extension PrivateKey {
    /// How a signature of a TLS handshake is made (RFC 8446 4.2.3).
    package struct HandshakeScheme: Sendable {
        /// The digests of TLS.
        package enum Digest: Sendable {
            case sha256, sha384, sha512
        }

        let digest: Digest
        let isPSS: Bool

        /// A digest, with PSS (salt as long as the digest) or, for RSA, with PKCS#1 v1.5.
        package init(digest: Digest, isPSS: Bool) { (self.digest, self.isPSS) = (digest, isPSS) }
    }

    /// Signs what a TLS handshake asks to be signed; an ECDSA value is in DER, as TLS wants it. Blocking. Throws K007.
    package func handshakeSignature(over bytes: [UInt8], scheme: HandshakeScheme) throws(Refusal) -> [UInt8] {
        defer { NativeBytes.clearErrors() }
        let digest = scheme.digest == .sha256 ? EVP_sha256() : scheme.digest == .sha384 ? EVP_sha384() : EVP_sha512()
        let context = DigestContext()
        var parameters: OpaquePointer?
        var length = 0
        guard EVP_DigestSignInit(context.pointer, &parameters, digest, nil, handle.pointer) == 1,
            !scheme.isPSS || sluss_pss_parameters(parameters) == 1,
            EVP_DigestSign(context.pointer, nil, &length, bytes, bytes.count) == 1, length > 0
        else { throw Refusal(KeyCode.signingFailed) }
        var value = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSign(context.pointer, &value, &length, bytes, bytes.count) == 1, length <= value.count else {
            throw Refusal(KeyCode.signingFailed)
        }
        value.removeSubrange(length...)
        return value
    }
}
