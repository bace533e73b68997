import Documents

/// M17, referral to a unit of the region: BUP, habilitering, tandvård, primärvård.
package struct Remiss: MessageContent {
    /// How soon. Raw values are those of the schema.
    package enum Priority: String, CaseIterable, Sendable {
        /// At once; the receiver must already have been telephoned (rule E1702).
        case urgent = "AKUT"
        /// Soon.
        case soon = "SNAR"
        /// Planned.
        case planned = "PLANERAD"
    }

    /// Who refers.
    package struct Referrer: Equatable, Sendable {
        /// Name.
        package let name: String
        /// HSA-id of the person.
        package let hsaID: String?
        /// Profession or post.
        package let profession: String
        /// Whether licensed for a profession in care (patientsäkerhetslagen 2010:659, 4 kap.).
        package let isLicensed: Bool
        /// Telephone number.
        package let phone: String
    }

    /// A diagnosis of ICD-10-SE.
    package struct Diagnosis: Equatable, Sendable {
        /// The code.
        package let code: String
        /// In words. Free text: content.
        package let text: String?
    }

    /// What is asked. Free text: content.
    package let question: String
    /// Background. Free text: content.
    package let background: String
    /// How soon.
    package let priority: Priority
    /// Whether the receiver has confirmed an urgent referral by telephone.
    package let isConfirmedByPhone: Bool
    /// Who refers.
    package let referrer: Referrer
    /// Known diagnoses.
    package let diagnoses: [Diagnosis]
    /// Medicines in use, one each. Free text: content.
    package let medicines: [String]
    /// Id of the SIP (M10) the referral belongs to.
    package let sipReference: String?

    init(_ fields: FieldReader) throws(Refusal) {
        question = try fields.text("Fragestallning")
        background = try fields.text("Bakgrund")
        priority = try fields.code("Prioritet")
        isConfirmedByPhone = try fields.optionalBoolean("Telefonbekraftad") ?? false
        let person = try fields.child("Remittent")
        referrer = Referrer(
            name: try person.token("Remittentnamn"), hsaID: try person.optionalToken("HsaId"), profession: try person.token("Yrke"),
            isLicensed: try person.optionalBoolean("Legitimerad") ?? false, phone: try person.token("Telefon"))
        diagnoses = try fields.all("Diagnos") { (item) throws(Refusal) in
            Diagnosis(code: try item.token("Diagnoskod"), text: try item.optional("Diagnostext")?.element.text())
        }
        medicines = try fields.all("Lakemedel") { (item) throws(Refusal) in try item.element.text() }
        sipReference = try fields.optionalToken("SipReferens")
    }

    var placering: Placering? { nil }

    var freeTexts: [PlacedText] {
        var texts = [PlacedText(text: question, path: "Fragestallning"), PlacedText(text: background, path: "Bakgrund")]
        for (index, diagnosis) in diagnoses.enumerated() {
            if let text = diagnosis.text { texts.append(PlacedText(text: text, path: "Diagnos[\(index + 1)]/Diagnostext")) }
        }
        for (index, medicine) in medicines.enumerated() { texts.append(PlacedText(text: medicine, path: "Lakemedel[\(index + 1)]")) }
        return texts
    }

    var identifiers: [PlacedIdentifier] { referrer.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "Remittent/HsaId")] } ?? [] }
}
