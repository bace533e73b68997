/// How a content key is wrapped for its recipient: RSA-OAEP with SHA-256 and an empty label. PKCS#1 v1.5 is not among them and never tried.
package enum KeyTransport: Sendable, Equatable, CaseIterable {
    /// Mask generation with SHA-256: the form of eDelivery AS4 1.15, and the only one we write.
    case oaepSHA256
    /// Mask generation with SHA-1: what `rsa-oaep-mgf1p` means, and `xenc11#rsa-oaep` without `MGF`. Read only; the weak hash makes a mask here
    /// and protects nothing.
    case oaepSHA256MaskSHA1
}
