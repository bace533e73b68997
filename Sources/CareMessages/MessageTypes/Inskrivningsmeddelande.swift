import Documents
import Foundation

/// M01, notice of admission: sluten vård to berörda enheter (lag 2017:612, 2 kap. 1–3 §§).
package struct Inskrivningsmeddelande: MessageContent {
    /// Insatser the patient may come to need (2 kap. 1 §). Raw values are those of the schema.
    package enum Behov: String, CaseIterable, Sendable, Codable {
        /// From socialtjänst.
        case socialtjanst = "SOCIALTJANST"
        /// From kommunal hälso- och sjukvård.
        case kommunalHSL = "KOMMUNAL_HSL"
        /// From regional öppenvård.
        case regionalOppenvard = "REGIONAL_OPPENVARD"
    }

    /// A guardian and how to reach them. Patient data.
    package struct Guardian: Equatable, Sendable {
        /// Name.
        package var name: String
        /// Telephone number.
        package var phone: String

        /// Takes what every one has; the rest is set afterwards.
        package init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }
    }

    /// When the patient was admitted.
    package var admitted: Date
    /// When the need was assessed, if after the admission; then the 24 hours count from here (2 kap. 3 §).
    package var needAssessed: Date?
    /// Expected time of discharge.
    package var expectedDischarge: PlannedTime
    /// One to three.
    package var needs: Set<Behov>
    /// The ward.
    package var ward: CareUnit
    /// Form of care; needs a basis of its own (rule E12), as does all that follows.
    package var vardform: Vardform?
    /// Placement outside the home.
    package var placering: Placering?
    /// At most two.
    package var guardians: [Guardian] = []
    /// The physician who assessed the need.
    package var physician: StaffMember?
    /// Language code when an interpreter is needed.
    package var language: String?
    /// Reason of admission. Free text: content.
    package var reason: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(admitted: Date, expectedDischarge: PlannedTime, needs: Set<Behov>, ward: CareUnit) {
        self.admitted = admitted
        self.expectedDischarge = expectedDischarge
        self.needs = needs
        self.ward = ward
    }

    package static let type = MessageType.inskrivningsmeddelande
    package static let facts = TypeFacts(
        rootElement: "Inskrivningsmeddelande", title: LocalText(sv: "Inskrivningsmeddelande", en: "Notice of admission"),
        law: "Lag (2017:612) 2 kap. 1–3 §§", roles: ([.slutenVard], Roll.concerned)
    ).with {
        $0.duty = .listed
        $0.opensCase = true
        $0.answers = [.fastVardkontaktUtsedd, .planeringsunderlag]
    }

    package func write(to fields: inout FieldWriter) {
        fields.instant("Inskriven", admitted)
        fields.instant("BehovBedomt", needAssessed)
        fields.plannedTime("BeraknadUtskrivning", expectedDischarge)
        fields.child("BedomtBehov") { item in for need in Behov.allCases where needs.contains(need) { item.code("Behov", need) } }
        fields.child("Avdelning", ward.write)
        fields.code("Vardform", vardform)
        if let placering { fields.child("Placering", placering.write) }
        fields.each("Vardnadshavare", guardians) { $0.write(to: &$1) }
        if let physician { fields.child("BehandlandeLakare", physician.write) }
        fields.text("Sprak", language)
        fields.text("Inskrivningsorsak", reason)
    }

    package func note(in facts: inout EventFacts) {
        facts.admitted = admitted
        facts.needAssessed = needAssessed
        facts.expectedDischarge = expectedDischarge
        facts.needs = Behov.allCases.filter(needs.contains)
        facts.unit = ward.hsaID
        facts.vardform = vardform
        facts.placeringskommun = placering?.placeringskommun
        facts.vistelsekommun = placering?.vistelsekommun
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        admitted = try fields.instant("Inskriven")
        needAssessed = try fields.optionalInstant("BehovBedomt")
        expectedDischarge = try fields.plannedTime("BeraknadUtskrivning")
        needs = Set(try fields.child("BedomtBehov").all("Behov") { (item) throws(Refusal) -> Behov in try item.code() })
        ward = try CareUnit(fields.child("Avdelning"))
        vardform = try fields.optionalCode("Vardform")
        placering = try fields.optional("Placering") { (item) throws(Refusal) in try Placering(item) }
        guardians = try fields.all("Vardnadshavare") { (item) throws(Refusal) in try Guardian(item) }
        physician = try fields.optional("BehandlandeLakare") { (item) throws(Refusal) in try StaffMember(item) }
        language = try fields.optionalToken("Sprak")
        reason = try fields.optional("Inskrivningsorsak") { (item) throws(Refusal) in try item.element.text() }
    }

    /// When the 24 hours of 2 kap. 3 § begin: the admission, or the assessment if that came later.
    package var clockStart: Date { max(admitted, needAssessed ?? admitted) }

    /// Whether a municipality's insatser are expected.
    package var needsMunicipality: Bool { needs.contains(.socialtjanst) || needs.contains(.kommunalHSL) }

    package var freeTexts: [PlacedText] { reason.map { [PlacedText(text: $0, path: "Inskrivningsorsak")] } ?? [] }

    /// The time of assessment is not among them: the 24 hours of 2 kap. 3 § cannot be counted without it.
    package var beyondDuty: [String] {
        let extra: [(isPresent: Bool, path: String)] = [
            (vardform != nil, "Vardform"), (placering != nil, "Placering"), (!guardians.isEmpty, "Vardnadshavare"),
            (physician != nil, "BehandlandeLakare"), (language != nil, "Sprak"), (reason != nil, "Inskrivningsorsak"),
        ]
        return extra.filter(\.isPresent).map(\.path)
    }

    package var identifiers: [PlacedIdentifier] {
        [PlacedIdentifier(.hsaID, ward.hsaID, at: "Avdelning/HsaId")]
            + (physician?.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "BehandlandeLakare/HsaId")] } ?? [])
            + (placering?.identifiers(in: "Placering") ?? [])
    }
}

extension Inskrivningsmeddelande.Guardian {
    func write(to fields: inout FieldWriter) {
        fields.text("Vardnadshavarenamn", name)
        fields.text("Telefon", phone)
    }

    init(_ fields: FieldReader) throws(Refusal) {
        name = try fields.token("Vardnadshavarenamn")
        phone = try fields.token("Telefon")
    }
}
