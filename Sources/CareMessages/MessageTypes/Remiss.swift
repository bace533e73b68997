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
        package var name: String
        /// HSA-id of the person.
        package var hsaID: String?
        /// Profession or post.
        package var profession: String
        /// Whether licensed for a profession in care (patientsäkerhetslagen 2010:659, 4 kap.).
        package var isLicensed: Bool
        /// Telephone number.
        package var phone: String

        /// Takes what every one has; the rest is set afterwards.
        package init(name: String, hsaID: String? = nil, profession: String, isLicensed: Bool, phone: String) {
            self.name = name
            self.hsaID = hsaID
            self.profession = profession
            self.isLicensed = isLicensed
            self.phone = phone
        }
    }

    /// A diagnosis of ICD-10-SE.
    package struct Diagnosis: Equatable, Sendable {
        /// The code.
        package var code: String
        /// In words. Free text: content.
        package var text: String?

        /// Takes what every one has; the rest is set afterwards.
        package init(code: String, text: String? = nil) {
            self.code = code
            self.text = text
        }
    }

    /// What is asked. Free text: content.
    package var question: String
    /// Background. Free text: content.
    package var background: String
    /// How soon.
    package var priority: Priority
    /// Whether the receiver has confirmed an urgent referral by telephone.
    package var isConfirmedByPhone: Bool
    /// Who refers.
    package var referrer: Referrer
    /// Known diagnoses.
    package var diagnoses: [Diagnosis] = []
    /// Medicines in use, one each. Free text: content.
    package var medicines: [String] = []
    /// Id of the SIP (M10) the referral belongs to.
    package var sipReference: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(question: String, background: String, priority: Priority, isConfirmedByPhone: Bool, referrer: Referrer) {
        self.question = question
        self.background = background
        self.priority = priority
        self.isConfirmedByPhone = isConfirmedByPhone
        self.referrer = referrer
    }

    package static let type = MessageType.remiss
    package static let facts = TypeFacts(
        rootElement: "Remiss", title: LocalText(sv: "Remiss", en: "Referral"), law: "Slussens förslag; hälso- och sjukvårdslagen (2017:30)",
        roles: (
            Roll.concerned.union([.slutenVard, .tandvard, .elevhalsa]),
            Roll.regionalOpenCare.union([.slutenVard, .tandvard])
        )
    ).with {
        $0.carriesAttachments = true
        $0.opensCase = true
        $0.answers = [.remissbekraftelse, .remissvar]
    }

    package func write(to fields: inout FieldWriter) {
        fields.text("Fragestallning", question)
        fields.text("Bakgrund", background)
        fields.code("Prioritet", priority)
        if isConfirmedByPhone { fields.boolean("Telefonbekraftad", true) }
        fields.child("Remittent") { item in
            item.text("Remittentnamn", referrer.name)
            item.text("HsaId", referrer.hsaID)
            item.text("Yrke", referrer.profession)
            item.boolean("Legitimerad", referrer.isLicensed)
            item.text("Telefon", referrer.phone)
        }
        fields.each("Diagnos", diagnoses) { diagnosis, item in
            item.text("Diagnoskod", diagnosis.code)
            item.text("Diagnostext", diagnosis.text)
        }
        for medicine in medicines { fields.text("Lakemedel", medicine) }
        fields.text("SipReferens", sipReference)
    }

    package func note(in facts: inout EventFacts) { facts.status = priority.rawValue }

    package init(_ fields: FieldReader) throws(Refusal) {
        question = try fields.text("Fragestallning")
        background = try fields.text("Bakgrund")
        priority = try fields.code("Prioritet")
        isConfirmedByPhone = try fields.optionalBoolean("Telefonbekraftad") ?? false
        let person = try fields.child("Remittent")
        referrer = Referrer(
            name: try person.token("Remittentnamn"), hsaID: try person.optionalToken("HsaId"), profession: try person.token("Yrke"),
            isLicensed: try person.boolean("Legitimerad"), phone: try person.token("Telefon"))
        diagnoses = try fields.all("Diagnos") { (item) throws(Refusal) in
            Diagnosis(code: try item.token("Diagnoskod"), text: try item.optional("Diagnostext")?.element.text())
        }
        medicines = try fields.all("Lakemedel") { (item) throws(Refusal) in try item.element.text() }
        sipReference = try fields.optionalToken("SipReferens")
    }

    package var freeTexts: [PlacedText] {
        var texts = [PlacedText(text: question, path: "Fragestallning"), PlacedText(text: background, path: "Bakgrund")]
        for (index, diagnosis) in diagnoses.enumerated() {
            if let text = diagnosis.text { texts.append(PlacedText(text: text, path: "Diagnos[\(index + 1)]/Diagnostext")) }
        }
        for (index, medicine) in medicines.enumerated() { texts.append(PlacedText(text: medicine, path: "Lakemedel[\(index + 1)]")) }
        return texts
    }

    package var identifiers: [PlacedIdentifier] { referrer.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "Remittent/HsaId")] } ?? [] }
}
