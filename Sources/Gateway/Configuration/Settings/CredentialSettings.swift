/// Our certificate and key for one use, and whose certificates we trust there (`tls`, `as4`, `signing`). Absolute paths.
package struct CredentialSettings: Sendable, Equatable {
    /// PEM: our certificate, then the certificates between it and the root.
    package let certificate: String
    /// PEM: the private key, unencrypted, mode 0600 or 0400.
    package let key: String
    /// PEM: root certificates (self-signed) and, if wanted, certificates below them.
    package let trust: String
    /// Revocation lists, PEM or DER.
    package let crls: [String]
    /// Whether a certificate without a valid revocation list of its issuer is refused.
    package let requiresCRL: Bool
}
