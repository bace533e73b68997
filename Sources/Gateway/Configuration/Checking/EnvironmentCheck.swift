import Documents
import Signatures

/// Judges whether what is trusted belongs to the environment that the configuration names, and whether revocation can be learnt at all.
struct EnvironmentCheck {
    let configuration: Configuration
    let keyring: Keyring
    let log: ProblemLog

    func run() {
        for use in CertificateUse.allCases {
            checkRoots(use)
            checkSources(use)
        }
        checkIssuers()
    }

    /// A root of the other environment in a trust file would open production to every test certificate.
    private func checkRoots(_ use: CertificateUse) {
        let own = keyring.credentials(for: use)
        for root in own.anchors {
            if own.foreignAnchors.contains(root) { addForeign(root, "\(use.rawValue).trust", word: nil) }
            checkName(root, "\(use.rawValue).trust")
        }
    }

    private func checkIssuers() {
        for (index, partner) in configuration.partners.enumerated() {
            for (use, trust) in [(CertificateUse.tls, partner.tls), (.as4, partner.as4), (.signing, partner.signing)] {
                guard let issuer = trust.issuer.flatMap({ keyring.issuers[$0] }) else { continue }
                checkName(issuer, "partners[\(index)].\(use.rawValue).issuer")
            }
        }
    }

    private func checkName(_ authority: Certificate, _ key: String) {
        guard let word = configuration.environment.foreignWord(in: authority.commonName ?? authority.subject) else { return }
        addForeign(authority, key, word: word)
    }

    private func addForeign(_ certificate: Certificate, _ key: String, word: String?) {
        let name = LoggedName(certificate.commonName ?? certificate.subject)
        let why =
            word.map { LocalText(sv: "namnet säger \($0)", en: "the name says \($0)") }
            ?? LocalText(sv: "den står under other_environments", en: "it stands under other_environments")
        add(.otherEnvironment, key, LocalText(sv: "“\(name)”: \(why.sv).", en: "“\(name)”: \(why.en)."))
    }

    /// Hard and grace need somewhere to learn from.
    private func checkSources(_ use: CertificateUse) {
        let settings = configuration.credentials(for: use)
        let own = keyring.credentials(for: use)
        guard settings.revocation != .soft, configuration.revocation.fetches, settings.crls.isEmpty, settings.crlAddresses.isEmpty,
            settings.ocspAddress == nil
        else { return }
        let known = own.chain + own.intermediates + issuers(use)
        let isSilent = known.allSatisfy { $0.revocationListAddresses.isEmpty && $0.responderAddresses.isEmpty }
        if isSilent { add(.noRevocationLists, use.rawValue) }
    }

    private func issuers(_ use: CertificateUse) -> [Certificate] {
        configuration.partners.compactMap { $0.trust(for: use).issuer }.compactMap { keyring.issuers[$0] }
    }

    private func add(_ code: ConfigurationCode, _ key: String, _ detail: LocalText? = nil) {
        log.add(code, at: configuration.places[key], key: key, detail: detail)
    }
}
