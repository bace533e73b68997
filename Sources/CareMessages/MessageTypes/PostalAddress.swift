import Documents

/// A Swedish postal address. Patient data.
package struct PostalAddress: Equatable, Sendable {
    /// c/o.
    package var careOf: String?
    /// Street and number, or box.
    package var street: String
    /// Five digits.
    package var postalCode: String
    /// Post town.
    package var town: String
    /// The municipality the address lies in, when stated (rule W02).
    package var kommunkod: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(street: String, postalCode: String, town: String) {
        self.street = street
        self.postalCode = postalCode
        self.town = town
    }

    func write(to fields: inout FieldWriter) {
        fields.text("CareOf", careOf)
        fields.text("Utdelningsadress", street)
        fields.text("Postnummer", postalCode)
        fields.text("Postort", town)
        fields.text("AdressKommunkod", kommunkod)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        careOf = try fields.optionalToken("CareOf")
        street = try fields.token("Utdelningsadress")
        postalCode = try fields.token("Postnummer")
        town = try fields.token("Postort")
        kommunkod = try fields.optionalToken("AdressKommunkod")
    }
}
