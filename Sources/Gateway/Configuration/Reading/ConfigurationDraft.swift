import AS4

/// A configuration as far as it could be read: what is wrong in one place does not hide what is wrong in another.
struct ConfigurationDraft {
    let file: String
    let environment: TrustEnvironment?
    let organisation: OrganisationSettings?
    let paths: PathSettings?
    /// Nil when there is none or it could not be read; ``listens`` tells which.
    let listener: ListenerSettings?
    let listens: Bool
    let tls: CredentialSettings?
    let revocation: RevocationSettings?
    /// Nil when there is none or it could not be read; then ``overlaps`` is set.
    let as4Overlap: KeyPair?
    let overlaps: Bool
    let as4: CredentialSettings?
    let ownParty: PartyID?
    let messageAge: MessageAgeSettings?
    let signing: CredentialSettings?
    let partners: [PartnerDraft]
    let agreements: [AgreementDraft]
    let dayAmounts: DayAmountSettings?
    let addressBook: [AddresseeDraft]
    let placementMessages: PlacementMessageSettings?
    let delivery: DeliverySettings?
    let disk: DiskSettings?
    let retention: RetentionSettings?
    /// Nil when there is none or it could not be read; then ``quarantines`` is set.
    let quarantine: QuarantineSettings?
    let quarantines: Bool
    let log: LogSettings?
    let weakenings: [Weakening]
    let places: KeyPlaces

    /// The configuration, when everything could be read. What contradicts itself is found by ``ContradictionCheck``.
    var finished: Configuration? {
        let partners = partners.compactMap(\.finished)
        let agreements = agreements.compactMap(\.finished)
        let addressBook = addressBook.compactMap { [known = knownOrganisations] in $0.finished(known) }
        guard let environment, let organisation, let paths, let revocation, (as4Overlap != nil) == overlaps, let tls, let as4, let ownParty,
            let messageAge,
            let signing, let dayAmounts, let delivery, let disk,
            let retention, (quarantine != nil) == quarantines, let log,
            partners.count == self.partners.count, agreements.count == self.agreements.count,
            addressBook.count == self.addressBook.count, let placementMessages, (listener != nil) == listens
        else { return nil }
        return Configuration(
            file: file, environment: environment, organisation: organisation, paths: paths, listener: listener, tls: tls, as4: as4,
            as4Overlap: as4Overlap, ownParty: ownParty, messageAge: messageAge, signing: signing, revocation: revocation,
            partners: partners,
            agreements: agreements, dayAmounts: dayAmounts, addressBook: addressBook,
            placementMessages: placementMessages, delivery: delivery, disk: disk, retention: retention, quarantine: quarantine, log: log,
            weakenings: weakenings,
            places: places)
    }

    /// Whom the address book may name, as far as they could be read.
    var knownOrganisations: [String: AddresseeDraft.Known] {
        var known: [String: AddresseeDraft.Known] = [:]
        for case (let name?, let number?) in partners.map({ ($0.name, $0.organisationsnummer) }) {
            known[name] = AddresseeDraft.Known(organisationsnummer: number, code: nil)
        }
        if let organisation {
            known[AddresseeDraft.ownName] = .init(organisationsnummer: organisation.organisationsnummer, code: organisation.code)
        }
        return known
    }
}
