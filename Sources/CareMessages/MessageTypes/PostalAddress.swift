import Documents

/// A Swedish postal address. Patient data.
package struct PostalAddress: Equatable, Sendable {
    /// c/o.
    package let careOf: String?
    /// Street and number, or box.
    package let street: String
    /// Five digits.
    package let postalCode: String
    /// Post town.
    package let town: String
    /// The municipality the address lies in, when stated (rule W02).
    package let kommunkod: String?

    init(_ fields: FieldReader) throws(Refusal) {
        careOf = try fields.optionalToken("CareOf")
        street = try fields.token("Utdelningsadress")
        postalCode = try fields.token("Postnummer")
        town = try fields.token("Postort")
        kommunkod = try fields.optionalToken("AdressKommunkod")
    }
}
