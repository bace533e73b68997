import Documents

/// M14, request for a health examination of a child placed outside the home (lag 2017:209, 1 §).
package struct BegaranHalsoundersokning: MessageContent {
    /// A part of the examination (HSLF-FS 2019:19). Raw values are those of the schema.
    package enum Part: String, CaseIterable, Sendable, Codable {
        /// Physical health.
        case physical = "FYSISK"
        /// Mental health.
        case mental = "PSYKISK"
        /// Oral health.
        case oral = "ORAL"
    }

    /// Where the call to the examination goes. Patient data.
    package struct CallAddress: Equatable, Sendable {
        /// Who receives the call. Raw values are those of the schema.
        package enum Recipient: String, CaseIterable, Sendable {
            /// The municipality's social services.
            case socialServices = "SOCIALTJANST"
            /// The home where the child stays.
            case home = "HEMMET"
            /// A guardian.
            case guardian = "VARDNADSHAVARE"
            /// The young person.
            case youth = "DEN_UNGE"
        }

        /// Who receives it.
        package var recipient: Recipient
        /// Name of who receives it.
        package var name: String
        /// Telephone number.
        package var phone: String?
        /// Postal address; of a protected child only that of social services (rule E09).
        package var address: PostalAddress?

        /// Takes what every one has; the rest is set afterwards.
        package init(recipient: Recipient, name: String) {
            self.recipient = recipient
            self.name = name
        }
    }

    /// The day the care outside the home begins; its absence breaks rule E1402.
    package var placementStart: CalendarDay?
    /// By whom, on what provision and where the child is placed; provision and form are always stated, an address never.
    package var placement: Placering
    /// Länskod of the region where the child stays.
    package var regionOfStay: String
    /// Where the call goes.
    package var call: CallAddress
    /// The parts asked for.
    package var parts: Set<Part>
    /// Who handles the matter.
    package var officer: Practitioner
    /// Units that have cared for the child before.
    package var earlierUnits: [String] = []
    /// The day of the last health examination.
    package var lastExamined: CalendarDay?
    /// At most two.
    package var guardians: [Inskrivningsmeddelande.Guardian] = []
    /// Consent to the examination; from 18 the person's own.
    package var consent: ConsentStatement?
    /// Whether an examination by LVU 32 § has been ordered as well.
    package var isExaminedByLVU32: Bool?
    /// Language code when an interpreter is needed.
    package var language: String?
    /// Background. Free text: content.
    package var background: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(placement: Placering, regionOfStay: String, call: CallAddress, parts: Set<Part>, officer: Practitioner) {
        self.placement = placement
        self.regionOfStay = regionOfStay
        self.call = call
        self.parts = parts
        self.officer = officer
    }

    package static let type = MessageType.begaranHalsoundersokning
    package static let facts = TypeFacts(
        rootElement: "BegaranHalsoundersokning",
        title: LocalText(sv: "Begäran om hälsoundersökning", en: "Request for a health examination"),
        law: "Lag (2017:209) 1 §", roles: ([.socialtjanst, .socialnamnd], Roll.regionalOpenCare.union([.tandvard]))
    ).with {
        $0.reference = .optional([.placeringsmeddelande])
        $0.opensCase = true
        $0.duty = .unlisted
        $0.answers = [.beskedHalsoundersokning, .utlatandeHalsoundersokning]
    }

    package func write(to fields: inout FieldWriter) {
        fields.day("Placeringsstart", placementStart)
        fields.child("Placering", placement.write)
        fields.text("Vistelseregion", regionOfStay)
        fields.child("Kallelse") { item in
            item.code("Kallelsemottagare", call.recipient)
            item.text("Mottagarnamn", call.name)
            item.text("Telefon", call.phone)
            if let address = call.address { item.child("Postadress", address.write) }
        }
        for part in Part.allCases where parts.contains(part) { fields.code("BegardDel", part) }
        fields.child("Handlaggare", officer.write)
        for unit in earlierUnits { fields.text("TidigareEnhet", unit) }
        fields.day("SenastUndersokt", lastExamined)
        fields.each("Vardnadshavare", guardians) { $0.write(to: &$1) }
        if let consent { fields.child("Samtycke", consent.write) }
        fields.boolean("LakarundersokningLVU32", isExaminedByLVU32)
        fields.text("Sprak", language)
        fields.text("Bakgrund", background)
    }

    package func note(in facts: inout EventFacts) {
        var placed = EventFacts.Placement()
        placed.day = placementStart
        placed.placeringskommun = placement.placeringskommun
        placed.form = placement.form
        placed.vistelsekommun = placement.vistelsekommun
        facts.placement = placed
        facts.placeringskommun = placement.placeringskommun
        facts.vistelsekommun = placement.vistelsekommun
        facts.parts = Part.allCases.filter(parts.contains)
        facts.consent = consent?.state ?? facts.consent
    }

    package var beyondDuty: [String] {
        (guardians.isEmpty ? [] : ["Vardnadshavare"]) + (background == nil ? [] : ["Bakgrund"])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        placementStart = try fields.optionalDay("Placeringsstart")
        placement = try Placering(fields.child("Placering"))
        regionOfStay = try fields.token("Vistelseregion")
        let address = try fields.child("Kallelse")
        call = CallAddress(recipient: try address.code("Kallelsemottagare"), name: try address.token("Mottagarnamn"))
        call.phone = try address.optionalToken("Telefon")
        call.address = try address.optional("Postadress") { (item) throws(Refusal) in try PostalAddress(item) }
        parts = Set(try fields.all("BegardDel") { (item) throws(Refusal) -> Part in try item.code() })
        officer = try Practitioner(fields.child("Handlaggare"))
        earlierUnits = try fields.all("TidigareEnhet") { (item) throws(Refusal) in try item.token() }
        lastExamined = try fields.optionalDay("SenastUndersokt")
        guardians = try fields.all("Vardnadshavare") { (item) throws(Refusal) in try Inskrivningsmeddelande.Guardian(item) }
        consent = try fields.optional("Samtycke") { (item) throws(Refusal) in try ConsentStatement(item) }
        isExaminedByLVU32 = try fields.optionalBoolean("LakarundersokningLVU32")
        language = try fields.optionalToken("Sprak")
        background = try fields.optionalText("Bakgrund")
    }

    package var placering: Placering? { placement }

    package var placesOfStay: [String] {
        let showsHome = call.address != nil && call.recipient != .socialServices
        return placement.placesOfStay(in: "Placering") + (showsHome ? ["Kallelse/Postadress"] : [])
    }

    package var freeTexts: [PlacedText] { background.map { [PlacedText(text: $0, path: "Bakgrund")] } ?? [] }

    package var identifiers: [PlacedIdentifier] {
        placement.identifiers(in: "Placering") + [PlacedIdentifier(.lanskod, regionOfStay, at: "Vistelseregion")]
            + (call.address?.kommunkod.map { [PlacedIdentifier(.kommunkod, $0, at: "Kallelse/Postadress/AdressKommunkod")] } ?? [])
            + officer.identifiers(in: "Handlaggare")
    }
}
