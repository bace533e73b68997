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
    /// The TLS key as it stood in its file, for the TLS library; its owner and mode were checked at that reading. Nil for a key that lies in
    /// a token, and never leaves it.
    package let tlsKeyPEM: [UInt8]?
    /// Our access point's other certificate and key, of a change of keys.
    package let as4Overlap: (certificate: Certificate, key: PrivateKey)?
    /// Certificates of issuing CAs by path.
    let issuers: [String: Certificate]
    /// Certificates of partners to encrypt to, by path.
    let encryptionCertificates: [String: Certificate]
    /// What refused messages are encrypted to; nil where none are kept.
    let quarantineCertificate: Certificate?
    /// Smallest RSA key accepted, our own and others'.
    package let minimumRSABits: Int
    /// What was fetched of revocation.
    package var material: RevocationMaterial
    /// Makes the witness of the chains of a partner for a use; nil where nobody listens, as in commands.
    package var witness: (@Sendable (CertificateUse, _ partner: String) -> any ChainWitness)?

    /// Our access point's key.
    package var as4Key: PrivateKey { as4.key }
    /// Our access point's certificate.
    package var as4Certificate: Certificate { as4.certificate }
    /// Our organisation's key.
    package var signingKey: PrivateKey { signing.key }
    /// Our organisation's certificate.
    package var signingCertificate: Certificate { signing.certificate }

    /// Which certificates the partner may connect and answer with. The host name is left to whoever calls the partner.
    package func tlsPolicy(for partner: Partner) -> TrustPolicy { policy(.tls, partner.tls, partner.name) }

    /// Which certificates the partner's access point may sign with.
    package func as4Policy(for partner: Partner) -> TrustPolicy { policy(.as4, partner.as4, partner.name) }

    /// What messages to the partner are encrypted to; nil when the configuration names none.
    package func encryptionCertificate(for partner: Partner) -> Certificate? {
        partner.encryptionCertificate.flatMap { encryptionCertificates[$0] }
    }

    /// What partners may encrypt to: our access point's key, and the other one of a change of keys. A key that is not RSA is left out, which the
    /// check of the configuration reports.
    package func decryptionKeys() -> [DecryptionKey] {
        let pairs = [(key: as4.key, certificate: as4.certificate)] + (as4Overlap.map { [(key: $0.key, certificate: $0.certificate)] } ?? [])
        return pairs.compactMap { try? DecryptionKey(key: $0.key, certificate: $0.certificate) }
    }

    /// Which certificates the partner may sign messages with. Without pins every certificate under the roots passes: whoever uses this
    /// policy also compares the signer's organisationsnummer.
    package func signingPolicy(for partner: Partner) -> TrustPolicy { policy(.signing, partner.signing, partner.name) }

    /// For messages that come to us signed by ourselves already: our own certificate and no other.
    package var ownSigningPolicy: TrustPolicy {
        policy(.signing, PartnerTrust(pins: [Pin(.leaf, of: signing.certificate)], issuer: nil), nil)
    }

    /// Our own certificates, the one of a change of keys too.
    package var ownCertificates: [Certificate] {
        CertificateUse.allCases.map { credentials(for: $0).certificate } + (as4Overlap.map { [$0.certificate] } ?? [])
    }

    /// Every certificate of ours and of partners that the configuration names.
    package var knownCertificates: [Certificate] { ownCertificates + encryptionCertificates.values }

    /// Every CA certificate that the configuration names: whose revocation lists we take.
    package var authorities: [Certificate] {
        var seen: Set<[UInt8]> = []
        let own = CertificateUse.allCases.flatMap { use in
            let own = credentials(for: use)
            return own.anchors + own.intermediates + own.chain.dropFirst()
        }
        return (own + issuers.values).filter { seen.insert($0.sha256).inserted }
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

    /// Fails closed: a partner whose issuing CA was not loaded (it is of another configuration) is trusted for nothing.
    private func policy(_ use: CertificateUse, _ trust: PartnerTrust, _ partner: String?) -> TrustPolicy {
        let issuer = trust.issuer.flatMap { issuers[$0] }
        let isComplete = trust.issuer == nil || issuer != nil
        var policy = credentials(for: use).policy(material, minimumRSABits: minimumRSABits)
        if !isComplete { policy.anchors = [] }
        policy.intermediates += issuer.map { [$0] } ?? []
        (policy.pins, policy.issuingCA) = (trust.pins, issuer)
        policy.witness = partner.flatMap { name in witness.map { $0(use, name) } }
        return policy
    }
}
