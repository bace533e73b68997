import Documents
import Foundation
import Signatures

/// One certificate that the gateway works with: whose it is, what for, and how it is judged.
package struct TrustSubject: Sendable {
    /// What the certificate is to us.
    package enum Role: String, Sendable {
        /// Ours.
        case own
        /// Ours too, of a change of keys.
        case overlap
        /// Shown by a partner.
        case partner
        /// A CA certificate that the configuration names.
        case authority
    }

    /// What it is used for.
    package let use: CertificateUse
    /// What it is to us.
    package let role: Role
    /// The partner's name, for a partner's.
    package let partner: String?
    /// The certificate.
    package let certificate: Certificate
    /// What leads to the root, as far as it is known.
    let chain: [Certificate]

    /// Every certificate in use, each once for a use: ours, those of partners met, and the CAs named.
    package static func all(_ configuration: Configuration, _ keyring: Keyring, met: [MetCertificates.Entry]) -> [TrustSubject] {
        var subjects: [TrustSubject] = []
        for use in CertificateUse.allCases {
            let own = keyring.credentials(for: use)
            subjects.append(
                TrustSubject(use: use, role: .own, partner: nil, certificate: own.certificate, chain: Array(own.chain.dropFirst())))
            if use == .as4, let overlap = keyring.as4Overlap {
                subjects.append(
                    TrustSubject(
                        use: use, role: .overlap, partner: nil, certificate: overlap.certificate, chain: Array(own.chain.dropFirst())))
            }
            for entry in met where entry.use == use {
                guard let leaf = entry.path.first else { continue }
                subjects.append(
                    TrustSubject(use: use, role: .partner, partner: entry.partner, certificate: leaf, chain: Array(entry.path.dropFirst())))
            }
            let issuers = configuration.partners.compactMap { $0.trust(for: use).issuer }.compactMap { keyring.issuers[$0] }
            var seen: Set<[UInt8]> = []
            for authority in own.anchors + own.intermediates + own.chain.dropFirst() + issuers where seen.insert(authority.sha256).inserted
            {
                subjects.append(TrustSubject(use: use, role: .authority, partner: nil, certificate: authority, chain: []))
            }
        }
        return subjects
    }

    /// Judges it now by chain, pins and revocation; the first trouble, nil when it is good. Authorities are judged with the certificates below
    /// them. Blocking.
    package func trouble(_ configuration: Configuration, _ keyring: Keyring, at time: Date) -> Refusal? {
        guard role != .authority else { return nil }
        let policy = policy(configuration, keyring)
        do throws(Refusal) {
            for purpose in purposes(configuration) {
                try ChainCheck.check(leaf: certificate, chain: chain, purpose: purpose, policy: policy, at: time)
            }
            return nil
        } catch {
            return error
        }
    }

    private func policy(_ configuration: Configuration, _ keyring: Keyring) -> TrustPolicy {
        var policy = keyring.credentials(for: use).policy(keyring.material, minimumRSABits: keyring.minimumRSABits)
        policy.pins = [Pin(.leaf, of: certificate)]
        if let partner = partner.flatMap(configuration.partner(named:)) {
            let trust = partner.trust(for: use)
            if !trust.pins.isEmpty { policy.pins = trust.pins }
            policy.issuingCA = trust.issuer.flatMap { keyring.issuers[$0] }
            policy.intermediates += policy.issuingCA.map { [$0] } ?? []
        }
        return policy
    }

    private func purposes(_ configuration: Configuration) -> [CertificatePurpose] {
        guard use == .tls else { return [.signing] }
        // A partner's one certificate may be its client's or its server's; which, its extended key usage says.
        guard role == .own else { return [certificate.isFor(.tlsClient) ? .tlsClient : .tlsServer] }
        return configuration.listener == nil ? [.tlsClient] : [.tlsClient, .tlsServer]
    }

    /// The alarm about revocation, if there is one: nothing fresh is known (not in soft mode), or what is known has ended.
    func statusTrouble(_ keyring: Keyring, at time: Date) -> FetchCode? { status(keyring, at: time)?.code }

    /// The same, and when what it is judged by has ended: nil when it cannot be judged at all.
    func status(_ keyring: Keyring, at time: Date) -> (code: FetchCode, endedAt: Date?)? {
        let own = keyring.credentials(for: use)
        guard role != .authority, own.revocation != .soft else { return nil }
        var policy = own.policy(keyring.material, minimumRSABits: keyring.minimumRSABits)
        policy.pins = [Pin(.leaf, of: certificate)]
        // The partner's own CA may stand in the configuration only; pins and issuer are not the question here.
        policy.intermediates += keyring.issuers.values
        let purpose: CertificatePurpose = use == .tls ? (certificate.isFor(.tlsClient) ? .tlsClient : .tlsServer) : .signing
        do throws(Refusal) {
            let verdict = try ChainCheck.verdict(on: [certificate] + chain, for: purpose, policy: policy, at: time)
            // The first link to lose its grace decides.
            let ends = verdict.bases.compactMap { basis -> Date? in if case .overdue(let end) = basis { end } else { nil } }
            return ends.min().map { (.onGrace, $0) }
        } catch {
            return error.is(TrustCode.revocationUnknown) ? (.statusUnknown, nil) : nil
        }
    }

    /// For the log: names of certificates are public, and escaped.
    var fields: [String: String] {
        var fields = [
            "use": use.rawValue, "role": role.rawValue, "serial": certificate.serialNumber,
            "certificate": "\(LoggedName(certificate.commonName ?? certificate.subject))",
        ]
        fields["partner"] = partner
        return fields
    }
}
