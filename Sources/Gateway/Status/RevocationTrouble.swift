import Foundation
import Signatures

/// What we cannot tell, or soon not any more, about the revocation of certificates: one certificate in use, or one address that gives nothing.
package struct RevocationTrouble: Encodable, Sendable {
    /// What is wrong. The raw value is stable.
    package enum Kind: String, Sendable {
        /// Messages wait, because nobody knows whether the certificate is revoked.
        case statusUnknown = "status_unknown"
        /// The certificate is judged by what has ended; after ``RevocationTrouble/until`` messages wait.
        case onGrace = "on_grace"
        /// An address has given nothing since ``RevocationTrouble/since``.
        case fetchFailing = "fetch_failing"
    }

    /// The kind's word.
    package let kind: String
    /// The code that the log has.
    package let code: String
    /// `tls`, `as4` or `signing`; nil for an address.
    package var use: String?
    /// As in ``CertificateReport/role``; nil for an address.
    package var role: String?
    /// The partner, for a partner's certificate.
    package var partner: String?
    /// The certificate's name, escaped.
    package var name: String?
    /// The address.
    package var url: String?
    /// When the list or answer ended, or since when fetching fails; nil when there never was any.
    package var since: Date?
    /// When grace is over.
    package var until: Date?

    /// Every trouble now: certificates first, then addresses. Blocking: verifies chains, reads what the daemon has fetched.
    static func all(_ parts: GatewayParts, at time: Date) -> [RevocationTrouble] {
        let cache = TrustCache(spool: parts.configuration.paths.spool)
        let met = MetCertificates(cache.met())
        met.keep(for: parts.configuration)
        let subjects = TrustSubject.all(parts.configuration, parts.keyring, met: met.entries)
        return subjects.compactMap { certificate($0, parts.keyring, at: time) } + addresses(parts, cache.sources(), met.entries)
    }

    private static func certificate(_ subject: TrustSubject, _ keyring: Keyring, at time: Date) -> RevocationTrouble? {
        guard let status = subject.status(keyring, at: time) else { return nil }
        var trouble = RevocationTrouble(kind: (status.endedAt == nil ? Kind.statusUnknown : .onGrace).rawValue, code: status.code.rawValue)
        (trouble.use, trouble.role, trouble.partner) = (subject.use.rawValue, subject.role.rawValue, subject.partner)
        trouble.name = "\(LoggedName(subject.certificate.commonName ?? subject.certificate.subject))"
        trouble.since = status.endedAt
        if let endedAt = status.endedAt, case .grace(let seconds) = keyring.credentials(for: subject.use).revocation {
            trouble.until = endedAt.addingTimeInterval(seconds)
        }
        return trouble
    }

    /// Of the addresses that the configuration leads to now; what a past one left behind is no trouble.
    private static func addresses(
        _ parts: GatewayParts, _ records: [TrustCache.SourceRecord], _ met: [MetCertificates.Entry]
    ) -> [RevocationTrouble] {
        guard parts.configuration.revocation.fetches else { return [] }
        let plan = RevocationPlan(configuration: parts.configuration, keyring: parts.keyring, met: met)
        let planned = Set(plan.sources.keys.map { TrustCache.SourceRecord.key($0.address.text, $0.certificate.map(Hexadecimal.text)) })
        return records.compactMap { record in
            guard let code = record.code, planned.contains(record.key) else { return nil }
            var trouble = RevocationTrouble(kind: Kind.fetchFailing.rawValue, code: code)
            (trouble.url, trouble.since) = (record.url, record.failingSince ?? record.triedAt)
            return trouble
        }
    }

    /// Whether it is of a kind, and has lasted for so many seconds.
    func isOf(_ kind: Kind, lasting seconds: TimeInterval = 0, at time: Date) -> Bool {
        self.kind == kind.rawValue && time.timeIntervalSince(since ?? .distantPast) >= seconds
    }
}
