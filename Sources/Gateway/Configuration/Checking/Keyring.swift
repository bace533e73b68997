import AS4
import Foundation
import Signatures

/// Our keys, and whom to trust for what: everything that the configuration names by path, loaded once.
///
/// A value without file access: a reload makes a new one.
package struct Keyring: Sendable {
    /// For connections.
    package let tls: LoadedCredentials
    /// For the access point.
    package let as4: LoadedCredentials
    /// For the organisation's signature.
    package let signing: LoadedCredentials
    /// The TLS key as it stood in its file, for the TLS library; its owner and mode were checked at that reading.
    package let tlsKeyPEM: [UInt8]
    /// Certificates of issuing CAs by path.
    let issuers: [String: Certificate]
    /// Certificates of partners to encrypt to, by path.
    let encryptionCertificates: [String: Certificate]
    /// Smallest RSA key accepted, our own and others'.
    package let minimumRSABits: Int

    /// Our access point's key.
    package var as4Key: PrivateKey { as4.key }
    /// Our access point's certificate.
    package var as4Certificate: Certificate { as4.certificate }
    /// Our organisation's key.
    package var signingKey: PrivateKey { signing.key }
    /// Our organisation's certificate.
    package var signingCertificate: Certificate { signing.certificate }

    /// Which certificates the partner may connect and answer with. The host name is left to whoever calls the partner.
    package func tlsPolicy(for partner: Partner) -> TrustPolicy { policy(tls, partner.tls) }

    /// Which certificates the partner's access point may sign with.
    package func as4Policy(for partner: Partner) -> TrustPolicy { policy(as4, partner.as4) }

    /// What messages to the partner are encrypted to; nil when the configuration names none.
    package func encryptionCertificate(for partner: Partner) -> Certificate? {
        partner.encryptionCertificate.flatMap { encryptionCertificates[$0] }
    }

    /// What partners may encrypt to: our access point's key. None when it is not RSA, which the check of the configuration reports.
    func decryptionKeys() -> [DecryptionKey] {
        (try? DecryptionKey(key: as4.key, certificate: as4.certificate)).map { [$0] } ?? []
    }

    /// Which certificates the partner may sign messages with. Without pins every certificate under the roots passes: whoever uses this
    /// policy also compares the signer's organisationsnummer.
    package func signingPolicy(for partner: Partner) -> TrustPolicy { policy(signing, partner.signing) }

    /// For messages that come to us signed by ourselves already: our own certificate and no other.
    package var ownSigningPolicy: TrustPolicy {
        policy(signing, PartnerTrust(pins: [Pin(.leaf, of: signing.certificate)], issuer: nil))
    }

    /// The credentials of a use.
    package func credentials(for use: CertificateUse) -> LoadedCredentials {
        switch use {
        case .tls: tls
        case .as4: as4
        case .signing: signing
        }
    }

    /// When our own certificate for a use ends.
    package func notAfter(_ use: CertificateUse) -> Date { credentials(for: use).certificate.notAfter }

    /// The first of our own certificates to end, and when.
    package var earliestExpiry: (use: CertificateUse, at: Date) {
        CertificateUse.allCases.dropFirst().reduce((.tls, notAfter(.tls))) { notAfter($1) < $0.1 ? ($1, notAfter($1)) : $0 }
    }

    /// Fails closed: a partner whose issuing CA was not loaded (it is of another configuration) is trusted for nothing.
    private func policy(_ own: LoadedCredentials, _ trust: PartnerTrust) -> TrustPolicy {
        let issuer = trust.issuer.flatMap { issuers[$0] }
        let isComplete = trust.issuer == nil || issuer != nil
        var policy = TrustPolicy(
            anchors: isComplete ? own.anchors : [], intermediates: own.intermediates + (issuer.map { [$0] } ?? []), pins: trust.pins,
            issuingCA: issuer)
        (policy.crls, policy.requiresCRL, policy.minimumRSABits) = (own.crls, own.requiresCRL, minimumRSABits)
        return policy
    }
}
