import Documents

/// A person at work with name and profession, who calls, takes part, examines or handles the matter (`YrkespersonTyp`).
package struct Practitioner: Equatable, Sendable {
    /// Name.
    package var name: String
    /// HSA-id of the person.
    package var hsaID: String?
    /// Profession or post.
    package var profession: String
    /// Telephone number.
    package var phone: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(name: String, profession: String) {
        self.name = name
        self.profession = profession
    }

    func write(to fields: inout FieldWriter) {
        fields.text("Personalnamn", name)
        fields.text("HsaId", hsaID)
        fields.text("Yrke", profession)
        fields.text("Telefon", phone)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        name = try fields.token("Personalnamn")
        hsaID = try fields.optionalToken("HsaId")
        profession = try fields.token("Yrke")
        phone = try fields.optionalToken("Telefon")
    }

    func identifiers(in parent: String) -> [PlacedIdentifier] {
        hsaID.map { [PlacedIdentifier(.hsaID, $0, at: parent + "/HsaId")] } ?? []
    }
}
