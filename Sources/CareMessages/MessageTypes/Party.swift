import Documents

/// A unit that sends or receives: its organisation, its principal's code, its address and its role.
package struct Party: Hashable, Sendable {
    /// Which list the principal's code is from.
    package enum Principal: Hashable, Sendable {
        /// A region, by its länskod.
        case region(String)
        /// A municipality, by its kommunkod.
        case municipality(String)
    }

    /// How the unit is reached.
    package enum Address: Hashable, Sendable {
        /// HSA-id of the unit.
        case hsaID(String)
        /// A functional address of SDK or another common address book.
        case functional(String)
    }

    /// Ten digits.
    package var organisationsnummer: String
    /// Name of the organisation, for readers.
    package var organisationName: String?
    /// Region or municipality; `nil` for state authorities.
    package var principal: Principal?
    /// Address of the unit.
    package var address: Address
    /// Name of the unit, for readers; only senders have one.
    package var unitName: String?
    /// Role of the unit.
    package var role: Roll
    /// Whether the address is said to be a mailbox that only named staff open (rule E09).
    package var isProtectedMailbox = false

    /// Makes a party with the parts that every message has.
    package init(organisationsnummer: String, principal: Principal?, address: Address, role: Roll) {
        self.organisationsnummer = organisationsnummer
        self.principal = principal
        self.address = address
        self.role = role
    }

    /// The kommunkod when the principal is a municipality.
    package var kommunkod: String? { principal?.kommunkod }

    /// The länskod, also of a municipality.
    package var lanskod: String? {
        switch principal {
        case .region(let code): code
        case .municipality(let code): String(code.prefix(2))
        case nil: nil
        }
    }
}

extension Party.Principal {
    /// The kommunkod of a municipality.
    var kommunkod: String? {
        if case .municipality(let code) = self { code } else { nil }
    }

    /// The schema's group `HuvudmansKod`; `nil` when it is left out.
    static func read(_ fields: FieldReader) throws(Refusal) -> Party.Principal? {
        if let code = try fields.optionalToken("Lanskod") { return .region(code) }
        return try fields.optionalToken("Kommunkod").map { .municipality($0) }
    }

    func write(to fields: inout FieldWriter) {
        switch self {
        case .region(let code): fields.text("Lanskod", code)
        case .municipality(let code): fields.text("Kommunkod", code)
        }
    }

    func identifier(in parent: String) -> PlacedIdentifier {
        switch self {
        case .region(let code): PlacedIdentifier(.lanskod, code, at: parent + "/Lanskod")
        case .municipality(let code): PlacedIdentifier(.kommunkod, code, at: parent + "/Kommunkod")
        }
    }
}

extension Party {
    init(_ fields: FieldReader) throws(Refusal) {
        let address: Address
        if let unit = try fields.optionalToken("HsaId") {
            address = .hsaID(unit)
        } else {
            address = .functional(try fields.token("Funktionsadress"))
        }
        self.init(
            organisationsnummer: try fields.token("Organisationsnummer"), principal: try Principal.read(fields), address: address,
            role: try fields.code("Roll"))
        organisationName = try fields.optionalToken("Organisationsnamn")
        unitName = try fields.optionalToken("Enhetsnamn")
        isProtectedMailbox = try fields.optionalBoolean("SkyddadBrevlada") ?? false
    }

    func writeSender(to fields: inout FieldWriter) {
        writeOrganisation(to: &fields)
        fields.text("Enhetsnamn", unitName)
        fields.code("Roll", role)
    }

    func writeReceiver(to fields: inout FieldWriter) {
        writeOrganisation(to: &fields)
        fields.code("Roll", role)
        if isProtectedMailbox { fields.boolean("SkyddadBrevlada", true) }
    }

    private func writeOrganisation(to fields: inout FieldWriter) {
        fields.text("Organisationsnummer", organisationsnummer)
        fields.text("Organisationsnamn", organisationName)
        principal?.write(to: &fields)
        switch address {
        case .hsaID(let unit): fields.text("HsaId", unit)
        case .functional(let address): fields.text("Funktionsadress", address)
        }
    }

    func identifiers(in parent: String) -> [PlacedIdentifier] {
        var found = [PlacedIdentifier(.organisationsnummer, organisationsnummer, at: parent + "/Organisationsnummer")]
        if let identifier = principal?.identifier(in: parent) { found.append(identifier) }
        if case .hsaID(let unit) = address { found.append(PlacedIdentifier(.hsaID, unit, at: parent + "/HsaId")) }
        return found
    }
}
