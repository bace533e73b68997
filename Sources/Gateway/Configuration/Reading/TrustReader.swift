import Signatures

/// Reads what the file says of certificates, keys and revocation.
struct TrustReader {
    let root: SettingSection

    /// `tls`, `as4` or `signing`.
    func credentials(_ section: SettingSection) -> CredentialSettings? {
        let certificate = section.file("certificate")
        let key = section.keyPlace("key")
        let trust = section.file("trust")
        let crls = section.files("crls")
        let revocation = mode(section)
        let addresses = section.fetchAddresses("crl_urls")
        let responder = section.contains("ocsp_url") ? section.fetchAddress("ocsp_url") : nil
        let others = section.contains("other_environments") ? section.file("other_environments") : nil
        guard let certificate, let key, let trust, let crls, let revocation, let addresses,
            section.contains("ocsp_url") == (responder != nil), section.contains("other_environments") == (others != nil)
        else { return nil }
        return CredentialSettings(
            certificate: certificate, key: key, trust: trust, crls: crls, revocation: revocation, crlAddresses: addresses,
            ocspAddress: responder, otherEnvironments: others)
    }

    /// `revocation` at the top.
    func revocation() -> RevocationSettings? {
        guard let section = root.sectionOrDefaults("revocation") else { return nil }
        let fetches = section.flag("fetch")
        let timeout = section.duration("timeout")
        let hosts = section.hosts("private_hosts")
        guard let fetches, let timeout, let hosts else { return nil }
        return RevocationSettings(fetches: fetches, timeout: timeout, privateHosts: hosts)
    }

    /// The second certificate of the access point, when the section names one.
    func overlap(_ section: SettingSection) -> KeyPair? {
        let certificate = section.contains("overlap_certificate") ? section.file("overlap_certificate") : nil
        let key = section.contains("overlap_key") ? section.keyPlace("overlap_key") : nil
        if section.contains("overlap_certificate") != section.contains("overlap_key") {
            let key = section.key(section.contains("overlap_key") ? "overlap_key" : "overlap_certificate")
            section.context.log.add(.overlapPair, at: section.context.places[key], key: key)
        }
        guard let certificate, let key else { return nil }
        return KeyPair(certificate: certificate, key: key)
    }

    /// Whether the section names one, well or badly.
    func overlaps(_ section: SettingSection) -> Bool { section.contains("overlap_certificate") || section.contains("overlap_key") }

    /// `require_crl: no` is the older spelling of `revocation: soft`.
    private func mode(_ section: SettingSection) -> RevocationMode? {
        let word: RevocationWord? = section.word("revocation")
        let grace = section.duration("grace")
        let required = section.flag("require_crl")
        guard let word, let grace, let required else { return nil }
        if section.contains("require_crl"), section.contains("revocation"), required == (word == .soft) {
            let key = section.key("require_crl")
            section.context.log.add(.revocationModes, at: section.context.places[key], key: key)
            return nil
        }
        guard required else { return .soft }
        switch word {
        case .hard: return .hard
        case .grace: return .grace(grace.timeInterval)
        case .soft: return .soft
        }
    }
}
