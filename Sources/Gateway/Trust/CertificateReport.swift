import Documents
import Foundation
import Signatures

/// A line of `sluss cert`: one certificate, one revocation list or OCSP answer, or one pin whose certificate was never shown. The JSON contract
/// is in `Docs/json-output.md`. Names in certificates are public, and shown escaped.
package struct CertificateReport: Encodable, Sendable {
    /// `certificate`, `crl`, `ocsp` or `pin`.
    package let kind: String
    /// `tls`, `as4` or `signing`.
    package var use: String?
    /// `own`, `overlap`, `partner` or `authority`.
    package var role: String?
    /// The partner, for what is a partner's.
    package var partner: String?
    /// Subject; for a list its issuer.
    package var name: String?
    /// Issuer of a certificate.
    package var issuer: String?
    /// Serial number in decimal.
    package var serial: String?
    /// `leaf:` pin of the certificate, or the pin itself.
    package var pin: String?
    /// `spki:` pin of the certificate.
    package var keyPin: String?
    /// First instant of validity, or when the list was made.
    package var begins: Date?
    /// Last instant of validity, or when the next list is due.
    package var ends: Date?
    /// Whole days left; negative when it has ended.
    package var daysLeft: Int?
    /// `good`, `overdue`, `unknown`, `revoked`, `refused`, `not_asked`, `in_force`, `missing`, `not_met`.
    package let status: String
    /// The code of what is wrong.
    package var code: String?
    /// Technical circumstance.
    package var detail: String?
    /// Where a list or answer comes from.
    package var url: String?
    /// Seconds since a list or answer was made.
    package var ageSeconds: Int?
    /// When data last came.
    package var fetchedAt: Date?
    /// When it was last tried.
    package var triedAt: Date?

    /// Whether somebody has to act.
    package var isTrouble: Bool { !["good", "not_asked", "in_force", "not_met"].contains(status) || code != nil }
}

/// Makes the lines of `sluss cert` from a configuration and what the daemon has fetched. Blocking.
package struct CertificateInventory: Sendable {
    private let configuration: Configuration
    private let keyring: Keyring
    private let cache: TrustCache
    private let now: Date

    /// Reads nothing yet.
    package init(_ accepted: ConfigurationCheck.Accepted, now: Date) {
        (configuration, keyring, self.now) = (accepted.configuration, accepted.keyring, now)
        cache = TrustCache(spool: accepted.configuration.paths.spool)
    }

    /// Every certificate: ours, partners' and the authorities', judged now.
    package func certificates() -> [CertificateReport] {
        TrustSubject.all(configuration, keyring, met: met).map(report)
    }

    /// Pins whose certificates no partner has shown.
    package func pins() -> [CertificateReport] {
        let met = met
        return configuration.partners.flatMap { partner in
            CertificateUse.allCases.flatMap { use in
                let leaves = met.filter { $0.use == use && $0.partner == partner.name }.compactMap(\.path.first)
                return partner.trust(for: use).pins.filter { pin in !leaves.contains(where: pin.names) }
                    .map(\.description).sorted().map { pin in
                        var report = CertificateReport(kind: "pin", status: "not_met")
                        (report.use, report.role, report.partner, report.pin) = (use.rawValue, "partner", partner.name, pin)
                        return report
                    }
            }
        }
    }

    /// Every list and answer: of files, and fetched, with how the fetching goes.
    package func lists() -> [CertificateReport] {
        let files = CertificateUse.allCases.flatMap { use in
            keyring.credentials(for: use).crls.map { list in
                var report = report(list)
                report.use = use.rawValue
                return report
            }
        }
        let plan = RevocationPlan(configuration: configuration, keyring: keyring, met: met)
        let records = cache.sources()
        let sources = plan.sources.sorted {
            ($0.key.address.text, $0.key.isAnswer ? 1 : 0) < ($1.key.address.text, $1.key.isAnswer ? 1 : 0)
        }
        return files + sources.map { source, pair in report(source, pair, records) }
    }

    private var met: [MetCertificates.Entry] {
        let met = MetCertificates(cache.met())
        met.keep(for: configuration)
        return met.entries
    }

    private func report(_ subject: TrustSubject) -> CertificateReport {
        let certificate = subject.certificate
        let (status, code, detail) = status(of: subject)
        var report = CertificateReport(kind: "certificate", status: status)
        (report.use, report.role, report.partner) = (subject.use.rawValue, subject.role.rawValue, subject.partner)
        (report.name, report.issuer) = ("\(LoggedName(certificate.subject))", "\(LoggedName(certificate.issuer))")
        (report.serial, report.pin) = (certificate.serialNumber, Pin(.leaf, of: certificate).description)
        report.keyPin = Pin(.spki, of: certificate).description
        (report.begins, report.ends) = (certificate.notBefore, certificate.notAfter)
        report.daysLeft = Int((certificate.notAfter.timeIntervalSince(now) / 86_400).rounded(.down))
        (report.code, report.detail) = (code, detail)
        return report
    }

    private func status(of subject: TrustSubject) -> (String, String?, String?) {
        if subject.role == .authority {
            let isOver = subject.certificate.notAfter < now
            return isOver ? ("refused", TrustCode.expired.rawValue, nil) : ("not_asked", nil, nil)
        }
        if let trouble = subject.trouble(configuration, keyring, at: now) {
            let words = ["T008": "revoked", "T009": "unknown"]
            return (words[trouble.code] ?? "refused", trouble.code, trouble.detail)
        }
        switch subject.statusTrouble(keyring, at: now) {
        case .onGrace?: return ("overdue", FetchCode.onGrace.rawValue, nil)
        case .some, nil: return ("good", nil, nil)
        }
    }

    private func report(_ list: RevocationList) -> CertificateReport {
        var report = CertificateReport(kind: "crl", status: list.isInForce(at: now) ? "in_force" : "overdue")
        report.name = "\(LoggedName(list.issuer))"
        (report.begins, report.ends) = (list.thisUpdate, list.nextUpdate)
        report.ageSeconds = Int(now.timeIntervalSince(list.thisUpdate))
        return report
    }

    private func report(
        _ source: RevocationSource, _ pair: IssuedCertificates.Pair?, _ records: [TrustCache.SourceRecord]
    ) -> CertificateReport {
        let subject = source.certificate.map(Hexadecimal.text)
        let record = records.first { $0.url == source.address.text && $0.certificate == subject }
        let list = source.isAnswer ? nil : cache.list(from: source.address)
        var report = list.map(report) ?? answer(pair)
        report.url = source.address.text
        (report.code, report.detail) = (record?.code, record?.detail)
        (report.fetchedAt, report.triedAt) = (record?.fetchedAt, record?.triedAt)
        return report
    }

    private func answer(_ pair: IssuedCertificates.Pair?) -> CertificateReport {
        guard let pair else { return CertificateReport(kind: "crl", status: "missing") }
        let answer = cache.answer(about: pair.certificate, issuedBy: pair.issuer, at: now)
        let status = answer.map { now >= $0.end ? "overdue" : $0.status == .good ? "in_force" : $0.status.rawValue } ?? "missing"
        var report = CertificateReport(kind: "ocsp", status: status)
        (report.name, report.serial) = ("\(LoggedName(pair.certificate.subject))", pair.certificate.serialNumber)
        (report.begins, report.ends) = (answer?.thisUpdate, answer?.end)
        report.ageSeconds = answer.map { Int(now.timeIntervalSince($0.thisUpdate)) }
        return report
    }
}
