import AS4
import Signatures

/// Reads one entry of `partners`.
struct PartnerReader {
    /// `as4.party_type`, which applies to partners that name none; nil when it could not be read.
    let defaultPartyType: String?

    func draft(_ section: SettingSection) -> PartnerDraft {
        let name = section.name("name")
        let number = section.organisationsnummer("organisationsnummer")
        let endpoint = section.endpoint("endpoint")
        let party = party(section, organisationsnummer: number)
        let (tls, pins) = trust(section, "tls")
        let (as4, _) = trust(section, "as4")
        let (signing, _) = trust(section, "signing")
        let access = section.isSection("as4") ? section.section("as4") : nil
        let namesEncryption = access?.contains("encryption_certificate") ?? false
        return PartnerDraft(
            key: section.path, name: name, organisationsnummer: number, endpoint: endpoint, party: party, tls: tls, tlsPins: pins, as4: as4,
            encryptionCertificate: namesEncryption ? access?.file("encryption_certificate") : nil, namesEncryption: namesEncryption,
            signing: signing)
    }

    private func party(_ section: SettingSection, organisationsnummer: String?) -> PartyID? {
        let id = section.contains("party_id") ? section.text("party_id") : organisationsnummer
        let type = section.contains("party_type") ? section.text("party_type") : defaultPartyType
        guard let id, let type else { return nil }
        return PartyID(id, type: type)
    }

    private func trust(_ partner: SettingSection, _ use: String) -> (PartnerTrust?, [Pin]) {
        // `signing` may be left out; the table says which uses may.
        let mayBeAbsent = ConfigurationKey.find("partners[].\(use)")?.fallback == .absent
        guard let section = mayBeAbsent ? partner.sectionOrDefaults(use) : partner.section(use) else { return (nil, []) }
        let pins = section.pins("pins")
        let issuer = section.contains("issuer") ? section.file("issuer") : nil
        guard let pins, issuer != nil || !section.contains("issuer") else { return (nil, pins ?? []) }
        return (PartnerTrust(pins: Set(pins), issuer: issuer), pins)
    }
}
