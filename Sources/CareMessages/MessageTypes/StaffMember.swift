import Documents

/// A person at work, by HSA-id, name or both.
package struct StaffMember: Equatable, Sendable {
    /// HSA-id of the person.
    package var hsaID: String?
    /// Name of the person.
    package var name: String?

    /// Takes one or both; the schema refuses neither.
    package init(hsaID: String? = nil, name: String? = nil) {
        self.hsaID = hsaID
        self.name = name
    }

    func write(to fields: inout FieldWriter) {
        fields.text("HsaId", hsaID)
        fields.text("Personalnamn", name)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        hsaID = try fields.optionalToken("HsaId")
        name = try fields.optionalToken("Personalnamn")
    }
}
