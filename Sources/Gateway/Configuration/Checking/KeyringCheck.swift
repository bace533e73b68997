import Documents
import Foundation
import Signatures

/// Judges loaded keys and certificates: do they belong together and to us, are they strong enough, and how long do they last?
struct KeyringCheck {
    let configuration: Configuration
    let keyring: Keyring
    let log: ProblemLog
    let now: Date

    /// A certificate that ends sooner is warned about.
    static let warningSpan = Duration.seconds(30 * 86_400)

    func run() {
        for use in CertificateUse.allCases { checkOwn(use, keyring.credentials(for: use)) }
        if keyring.as4.key.algorithm != .rsaSHA256 { add(.as4KeyKind, "as4.key") }
        if let overlap = keyring.as4Overlap { checkOverlap(overlap) }
        checkOrganisation()
        checkPartners()
        checkQuarantine()
    }

    /// Its owner decrypts whatever the date; only the key counts.
    private func checkQuarantine() {
        guard let certificate = keyring.quarantineCertificate else { return }
        let key = "quarantine.certificate"
        if !certificate.publicKey.canWrap { add(.quarantineCertificate, key) } else { checkStrength(certificate, key) }
    }

    /// One that has not begun or has ended still decrypts: that is what it is for.
    private func checkOverlap(_ overlap: (certificate: Certificate, key: PrivateKey)) {
        if !overlap.key.matches(overlap.certificate) { add(.keyMismatch, "as4.overlap_key") }
        if !overlap.key.canUnwrap { add(.as4KeyKind, "as4.overlap_key") }
        checkStrength(overlap.certificate, "as4.overlap_certificate")
    }

    private func checkOwn(_ use: CertificateUse, _ own: LoadedCredentials) {
        let key = use.rawValue + ".certificate"
        if !own.key.matches(own.certificate) { add(.keyMismatch, use.rawValue + ".key") }
        checkStrength(own.certificate, key)
        if own.chain.allSatisfy({ checkValidity($0, key) }) { checkRules(use, own) }
        checkTrust(use, own)
        for list in own.crls {
            guard let next = list.nextUpdate, next < now else { continue }
            let issuer = LoggedName(list.issuer)
            add(
                .crlStale, use.rawValue + ".crls",
                LocalText(sv: "Nästa från “\(issuer)” väntades \(day(next)).", en: "The next one of “\(issuer)” was due on \(day(next))."))
        }
    }

    /// False when the certificate is not valid now.
    @discardableResult
    private func checkValidity(_ certificate: Certificate, _ key: String) -> Bool {
        let name = name(certificate)
        if certificate.notAfter < now {
            add(
                .certificateExpired, key,
                LocalText(sv: "\(name) gick ut \(day(certificate.notAfter)).", en: "\(name) ended on \(day(certificate.notAfter))."))
            return false
        }
        if certificate.notBefore > now {
            let first = day(certificate.notBefore)
            add(.certificateNotYetValid, key, LocalText(sv: "\(name) gäller från \(first).", en: "\(name) is valid from \(first)."))
            return false
        }
        if certificate.notAfter < now.addingTimeInterval(Double(Self.warningSpan.components.seconds)) {
            let last = day(certificate.notAfter)
            add(.certificateExpiresSoon, key, LocalText(sv: "\(name) går ut \(last).", en: "\(name) ends on \(last)."))
        }
        return true
    }

    /// False when the key is too short.
    @discardableResult
    private func checkStrength(_ certificate: Certificate, _ key: String) -> Bool {
        guard case .rsa(let bits) = certificate.keyAlgorithm, bits < keyring.minimumRSABits else { return true }
        let least = keyring.minimumRSABits
        add(
            .weakKey, key,
            LocalText(sv: "RSA med \(bits) bitar, minst \(least) krävs.", en: "RSA of \(bits) bits, at least \(least) is demanded."))
        return false
    }

    /// Others will judge our certificate by rules like ours: better to hear it here. It may come from a CA that only they trust, hence a warning.
    private func checkRules(_ use: CertificateUse, _ own: LoadedCredentials) {
        let key = use.rawValue + ".certificate"
        // Our own pin stands for the host name: whichever name partners call us by, it is ours to choose.
        var policy = own.policy(keyring.material, minimumRSABits: keyring.minimumRSABits)
        policy.pins = [Pin(.leaf, of: own.certificate)]
        // What is fetched may not have come yet; ``RevocationService`` sounds the alarm when it does not.
        if own.crls.isEmpty { policy.revocation = .soft }
        let purposes: [CertificatePurpose] =
            use == .tls ? (configuration.listener == nil ? [.tlsClient] : [.tlsClient, .tlsServer]) : [.signing]
        for purpose in purposes {
            do throws(Refusal) {
                try ChainCheck.check(leaf: own.certificate, chain: own.chain, purpose: purpose, policy: policy, at: now)
            } catch {
                // The key length has a line of its own.
                if error.is(TrustCode.weak),
                    log.problems.contains(where: { $0.code == ConfigurationCode.weakKey.rawValue && $0.key == key })
                {
                    continue
                }
                if error.is(TrustCode.otherEnvironment) {
                    add(.otherEnvironment, key)
                    continue
                }
                let rest = error.detail.map { " (\($0))" } ?? ""
                add(
                    .ownCertificateUntrusted, key,
                    LocalText(sv: "\(error.code): \(error.text.sv)\(rest)", en: "\(error.code): \(error.text.en)\(rest)"))
            }
        }
    }

    /// One good root is enough; old ones may stay in the file until all partners have changed.
    private func checkTrust(_ use: CertificateUse, _ own: LoadedCredentials) {
        guard let longest = own.anchors.max(by: { $0.notAfter < $1.notAfter }) else { return }
        checkValidity(longest, use.rawValue + ".trust")
    }

    private func checkOrganisation() {
        let key = "signing.certificate"
        let own = configuration.organisation.organisationsnummer
        guard let named = keyring.signing.certificate.organisationIdentifier else { return add(.unnamedOrganisation, key) }
        guard named != own else { return }
        add(
            .otherOrganisation, key,
            LocalText(
                sv: "Certifikatet anger \(named), konfigurationen \(own).", en: "The certificate names \(named), the configuration \(own).")
        )
    }

    private func checkPartners() {
        var seen: Set<String> = []
        for (index, partner) in configuration.partners.enumerated() {
            for (use, trust) in [(CertificateUse.tls, partner.tls), (.as4, partner.as4), (.signing, partner.signing)] {
                let key = "partners[\(index)].\(use.rawValue)"
                if trust.pins.contains(where: { $0.names(keyring.credentials(for: use).certificate) }) { add(.ownPin, key + ".pins") }
                guard let path = trust.issuer, seen.insert(path).inserted, let issuer = keyring.issuers[path] else { continue }
                checkValidity(issuer, key + ".issuer")
                checkStrength(issuer, key + ".issuer")
            }
            checkEncryption(partner, "partners[\(index)].as4.encryption_certificate")
        }
    }

    /// It must be what the partner's signatures must be, but for the pins: a key of its own is allowed for encryption.
    private func checkEncryption(_ partner: Partner, _ key: String) {
        guard let certificate = keyring.encryptionCertificate(for: partner) else { return }
        if certificate == keyring.as4.certificate { add(.ownPin, key) }
        guard case .rsa = certificate.keyAlgorithm else {
            return add(.encryptionCertificateUnfit, key, LocalText(sv: "Inte RSA.", en: "Not RSA."))
        }
        guard checkValidity(certificate, key), checkStrength(certificate, key) else { return }
        var policy = keyring.as4Policy(for: partner)
        // Its status is asked when it is used (``OutboundTrust``).
        (policy.pins, policy.crls, policy.ocspAnswers, policy.revocation) = ([], [], [], .ifListed)
        do throws(Refusal) {
            try ChainCheck.check(leaf: certificate, chain: [], purpose: .signing, policy: policy, at: now)
        } catch {
            let rest = error.detail.map { " (\($0))" } ?? ""
            add(
                .encryptionCertificateUnfit, key,
                LocalText(sv: "\(error.code): \(error.text.sv)\(rest)", en: "\(error.code): \(error.text.en)\(rest)"))
        }
    }

    private func name(_ certificate: Certificate) -> String { "“\(LoggedName(certificate.commonName ?? certificate.subject))”" }

    private func day(_ instant: Date) -> String { instant.formatted(.iso8601.year().month().day()) }

    private func add(_ code: ConfigurationCode, _ key: String, _ detail: LocalText? = nil) {
        log.add(code, at: configuration.places[key], key: key, detail: detail)
    }
}
