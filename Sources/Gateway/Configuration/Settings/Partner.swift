import AS4

/// Another organisation that we exchange messages with (`partners`).
package struct Partner: Sendable, Equatable {
    /// Our name for it: `[a-z0-9-]`, at most 40 characters. Used in logs, metrics and file names; unique.
    package let name: String
    /// Ten digits with a correct check digit; unique.
    package let organisationsnummer: String
    /// Where its access point answers.
    package let endpoint: PartnerEndpoint
    /// How its access point is named in the AS4 header.
    package let party: PartyID
    /// Which certificates it may connect and answer with. Pins are never empty and belong to this partner alone.
    package let tls: PartnerTrust
    /// Which certificates its access point may sign with. Pins are never empty.
    package let as4: PartnerTrust
    /// Absolute path of the certificate (PEM) that messages to it are encrypted to; `nil` when none is named.
    package let encryptionCertificate: String?
    /// Which certificates the organisation may sign messages with. Without pins any trusted certificate that names its organisationsnummer will do.
    package let signing: PartnerTrust

    /// Which certificates it may use for a use.
    package func trust(for use: CertificateUse) -> PartnerTrust {
        switch use {
        case .tls: tls
        case .as4: as4
        case .signing: signing
        }
    }
}
