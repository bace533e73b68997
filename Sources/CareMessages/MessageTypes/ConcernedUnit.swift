import Documents

/// A unit that is called to a meeting, answers for an insats or confirms a plan (`BerordEnhetTyp`). It need not be a party of the message.
package struct ConcernedUnit: Hashable, Sendable {
    /// Ten digits.
    package var organisationsnummer: String
    /// Region or municipality; `nil` for state authorities and when not stated.
    package var principal: Party.Principal?
    /// HSA-id of the unit.
    package var hsaID: String?
    /// Name of the unit.
    package var name: String
    /// Role of the unit.
    package var role: Roll

    /// Takes what every one has; the rest is set afterwards.
    package init(organisationsnummer: String, name: String, role: Roll) {
        self.organisationsnummer = organisationsnummer
        self.name = name
        self.role = role
    }

    func write(to fields: inout FieldWriter) {
        fields.text("Organisationsnummer", organisationsnummer)
        principal?.write(to: &fields)
        fields.text("HsaId", hsaID)
        fields.text("Enhetsnamn", name)
        fields.code("Roll", role)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        organisationsnummer = try fields.token("Organisationsnummer")
        principal = try Party.Principal.read(fields)
        hsaID = try fields.optionalToken("HsaId")
        name = try fields.token("Enhetsnamn")
        role = try fields.code("Roll")
    }

    /// The kommunkod when the principal is a municipality.
    package var kommunkod: String? { principal?.kommunkod }

    /// Whether both mean one unit: the same HSA-id where both have one, else the same organisation and role.
    package func isSameUnit(as other: ConcernedUnit) -> Bool {
        if let hsaID, let otherID = other.hsaID { return hsaID == otherID }
        return organisationsnummer == other.organisationsnummer && role == other.role
    }

    func identifiers(in parent: String) -> [PlacedIdentifier] {
        [
            PlacedIdentifier(.organisationsnummer, organisationsnummer, at: parent + "/Organisationsnummer"),
            principal?.identifier(in: parent),
            hsaID.map { PlacedIdentifier(.hsaID, $0, at: parent + "/HsaId") },
        ].compactMap { $0 }
    }
}
