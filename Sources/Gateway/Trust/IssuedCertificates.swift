import Signatures

/// The certificates that somebody may revoke, each with its issuer, out of all that are known.
struct IssuedCertificates {
    struct Pair: Sendable {
        let certificate: Certificate
        let issuer: Certificate
    }

    /// Every CA certificate known, each once.
    let authorities: [Certificate]
    /// Each certificate once that is not a root and whose issuer is known.
    let pairs: [Pair]

    init(authorities: [Certificate], others: [Certificate], met: [MetCertificates.Entry]) {
        var seen: Set<[UInt8]> = []
        self.authorities = (authorities + met.flatMap { $0.path.dropFirst() }).filter { seen.insert($0.sha256).inserted }
        var paired: Set<[UInt8]> = []
        var pairs: [Pair] = []
        for entry in met {
            for (certificate, issuer) in zip(entry.path, entry.path.dropFirst()) where paired.insert(certificate.sha256).inserted {
                pairs.append(Pair(certificate: certificate, issuer: issuer))
            }
        }
        for certificate in others + authorities where !certificate.isSelfIssued && !paired.contains(certificate.sha256) {
            guard let issuer = self.authorities.first(where: { certificate.isIssued(by: $0) }) else { continue }
            paired.insert(certificate.sha256)
            pairs.append(Pair(certificate: certificate, issuer: issuer))
        }
        self.pairs = pairs
    }
}
