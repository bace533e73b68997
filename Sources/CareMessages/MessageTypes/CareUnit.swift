import Documents

/// A ward and how to reach it.
package struct CareUnit: Equatable, Sendable {
    /// HSA-id of the unit.
    package var hsaID: String
    /// Name of the unit.
    package var name: String
    /// Telephone number.
    package var phone: String

    /// Takes what every one has; the rest is set afterwards.
    package init(hsaID: String, name: String, phone: String) {
        self.hsaID = hsaID
        self.name = name
        self.phone = phone
    }

    func write(to fields: inout FieldWriter) {
        fields.text("HsaId", hsaID)
        fields.text("Enhetsnamn", name)
        fields.text("Telefon", phone)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        hsaID = try fields.token("HsaId")
        name = try fields.token("Enhetsnamn")
        phone = try fields.token("Telefon")
    }
}
