import CareMessages

/// Reads one entry of `address_book`.
struct AddresseeReader {
    let section: SettingSection

    func draft() -> AddresseeDraft {
        AddresseeDraft(
            key: section.path, organisation: section.name("organisation"),
            organisationsnummer: section.contains("organisationsnummer") ? section.organisationsnummer("organisationsnummer") : nil,
            code: section.contains("code") ? section.areaCode("code") : nil, unit: unit())
    }

    /// The number of the organisation is set by ``AddresseeDraft/finished(_:)``.
    private func unit() -> Addressee? {
        let role: Roll? = section.word("role")
        let address = section.text("address")
        let isProtected = section.flag("protected")
        let name = section.contains("name") ? section.text("name") : nil
        let audience: AddressBook.Audience? = section.contains("audience") ? section.word("audience") : nil
        let examinations: [BegaranHalsoundersokning.Part]? = section.words("examinations")
        let locality = section.contains("locality") ? section.areaCode("locality") : nil
        let isWhole = zip(["name", "audience", "locality"], [name != nil, audience != nil, locality != nil])
            .allSatisfy { $1 || !section.contains($0) }
        guard let role, let address, let isProtected, let examinations, isWhole else { return nil }
        var unit = Addressee(organisationsnummer: "", role: role, address: address)
        unit.name = name
        unit.isProtectedMailbox = isProtected
        unit.audience = audience
        unit.examinations = Set(examinations)
        unit.locality = locality
        return unit
    }
}
