import Documents

/// One unit in the address book: the organisation, its role and the address that reaches it.
package struct Addressee: Hashable, Sendable, Codable {
    /// Ten digits.
    package var organisationsnummer: String
    /// Name of the unit, for people.
    package var name: String?
    /// Kommunkod, when the principal is a municipality.
    package var kommunkod: String?
    /// Länskod, when the principal is a region.
    package var lanskod: String?
    /// Its role.
    package var role: Roll
    /// HSA-id or functional address.
    package var address: String
    /// Whether only named staff open the mailbox (rule E09).
    package var isProtectedMailbox = false
    /// Whom it is there for; `nil` for everybody.
    package var audience: AddressBook.Audience?
    /// Parts of a health examination it makes.
    package var examinations: Set<BegaranHalsoundersokning.Part> = []
    /// Kommunkod of where it lies, for units that are told apart by it.
    package var locality: String?

    /// Takes what every entry has; the rest is set afterwards.
    package init(organisationsnummer: String, role: Roll, address: String) {
        self.organisationsnummer = organisationsnummer
        self.role = role
        self.address = address
    }

    /// An address that a message of the case has shown.
    package init(_ unit: CaseEvent.Unit) {
        self.init(organisationsnummer: unit.organisationsnummer, role: unit.role, address: unit.address)
        kommunkod = unit.kommunkod
    }

    /// As the receiver of a message.
    package var party: Party {
        let principal = kommunkod.map { Party.Principal.municipality($0) } ?? lanskod.map { .region($0) }
        let reached: Party.Address = (try? HSAIdentity(address)) == nil ? .functional(address) : .hsaID(address)
        var party = Party(organisationsnummer: organisationsnummer, principal: principal, address: reached, role: role)
        party.isProtectedMailbox = isProtectedMailbox
        return party
    }

    /// What it is found as.
    var targets: [RoutingTarget] {
        [RoutingTarget.organisation(organisationsnummer)] + (kommunkod.map { [.kommun($0)] } ?? []) + (lanskod.map { [.region($0)] } ?? [])
            + (role == .sis ? [.sis] : [])
    }
}
