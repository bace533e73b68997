import Signatures

/// Our certificate and key for one use, loaded, and the certificates and lists we judge others' by.
package struct LoadedCredentials: Sendable {
    /// Our certificate.
    package let certificate: Certificate
    /// Our certificate first, then those of its file that lead to the root.
    package let chain: [Certificate]
    /// The private key of ``certificate``.
    package let key: PrivateKey
    /// Trusted roots: the self-signed certificates of the trust file.
    package let anchors: [Certificate]
    /// The other certificates of the trust file; they help to find a way to a root.
    package let intermediates: [Certificate]
    /// Revocation lists.
    package let crls: [RevocationList]
    /// Whether a certificate without a revocation list is refused.
    package let requiresCRL: Bool
}
