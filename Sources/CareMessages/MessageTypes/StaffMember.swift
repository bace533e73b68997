import Documents

/// A person at work, by HSA-id, name or both.
package struct StaffMember: Equatable, Sendable {
    /// HSA-id of the person.
    package let hsaID: String?
    /// Name of the person.
    package let name: String?

    init(_ fields: FieldReader) throws(Refusal) {
        hsaID = try fields.optionalToken("HsaId")
        name = try fields.optionalToken("Personalnamn")
    }
}
