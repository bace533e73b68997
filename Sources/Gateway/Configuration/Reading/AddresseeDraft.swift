import CareMessages

/// A unit of the address book as far as it could be read, for the checks between units.
struct AddresseeDraft {
    /// Stands for our own organisation where a partner's name is expected.
    static let ownName = "own"

    /// Dotted path of the entry, `address_book[0]`.
    let key: String
    /// ``ownName``, a partner's name, or a name of ours for an organisation we have no connection with.
    let organisation: String?
    /// As the entry states it.
    let organisationsnummer: String?
    /// Kommunkod or länskod, as the entry states it.
    let code: String?
    /// The rest of it, without the organisation's number; nil when it could not be read.
    let unit: Addressee?

    /// What an organisation of the file is, by the name the address book uses.
    struct Known {
        let organisationsnummer: String
        let code: String?
    }

    /// The unit, when everything could be read and its organisation is known.
    func finished(_ known: [String: Known]) -> Addressee? {
        guard let organisation, var unit, let number = organisationsnummer ?? known[organisation]?.organisationsnummer else { return nil }
        unit.organisationsnummer = number
        if let code = code ?? known[organisation]?.code {
            if code.utf8.count == 4 { unit.kommunkod = code } else { unit.lanskod = code }
        }
        return unit
    }
}
