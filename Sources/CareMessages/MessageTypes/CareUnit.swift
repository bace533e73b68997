import Documents

/// A ward and how to reach it.
package struct CareUnit: Equatable, Sendable {
    /// HSA-id of the unit.
    package let hsaID: String
    /// Name of the unit.
    package let name: String
    /// Telephone number.
    package let phone: String

    init(_ fields: FieldReader) throws(Refusal) {
        hsaID = try fields.token("HsaId")
        name = try fields.token("Enhetsnamn")
        phone = try fields.token("Telefon")
    }
}
