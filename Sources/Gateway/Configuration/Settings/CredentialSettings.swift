import Signatures

/// Our certificate and key for one use, and whose certificates we trust there (`tls`, `as4`, `signing`). Absolute paths.
package struct CredentialSettings: Sendable, Equatable {
    /// PEM: our certificate, then the certificates between it and the root.
    package let certificate: String
    /// The private key: path of a PEM file (unencrypted, mode 0600 or 0400), `credential:NAME` or `pkcs11:…`.
    package let key: String
    /// PEM: root certificates (self-signed) and, if wanted, certificates below them.
    package let trust: String
    /// Revocation lists, PEM or DER.
    package let crls: [String]
    /// What a certificate means whose status cannot be told.
    package let revocation: RevocationMode
    /// Where revocation lists are fetched, beside the addresses that certificates name themselves.
    package let crlAddresses: [FetchAddress]
    /// The OCSP responder to ask in place of those that certificates name.
    package let ocspAddress: FetchAddress?
    /// PEM: roots of other environments, to be told from ours by name; nil when none are known.
    package let otherEnvironments: String?
}
