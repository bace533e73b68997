import AS4
import Signatures

/// A partner as far as it could be read, for the checks between partners.
struct PartnerDraft {
    /// Dotted path of the entry, `partners[0]`.
    let key: String
    let name: String?
    let organisationsnummer: String?
    let endpoint: PartnerEndpoint?
    let party: PartyID?
    let tls: PartnerTrust?
    /// TLS pins in the order of the file.
    let tlsPins: [Pin]
    let as4: PartnerTrust?
    let encryptionCertificate: String?
    /// Whether one is named, readable or not.
    let namesEncryption: Bool
    let signing: PartnerTrust?

    /// The partner, when everything could be read.
    var finished: Partner? {
        guard let name, let organisationsnummer, let endpoint, let party, let tls, let as4, let signing,
            (encryptionCertificate != nil) == namesEncryption
        else { return nil }
        return Partner(
            name: name, organisationsnummer: organisationsnummer, endpoint: endpoint, party: party, tls: tls, as4: as4,
            encryptionCertificate: encryptionCertificate, signing: signing)
    }
}
