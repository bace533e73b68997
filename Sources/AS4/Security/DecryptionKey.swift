import Documents
import Signatures

/// A key of ours that partners encrypt to, with the certificate they know it by. Two of them overlap while a key is changed.
package struct DecryptionKey: Sendable {
    /// What the EncryptedKey's reference is compared with.
    package let certificate: Certificate
    let key: any MessageKey

    /// Throws A093 unless the key is RSA and belongs to the certificate.
    package init(key: any MessageKey, certificate: Certificate) throws(Refusal) {
        guard key.canUnwrap else { throw Refusal(AS4Code.encryptionKey, detail: "expected=RSA") }
        guard key.matches(certificate) else { throw Refusal(AS4Code.encryptionKey, detail: "key and certificate do not belong together") }
        self.key = key
        self.certificate = certificate
    }
}
