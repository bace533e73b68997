import Documents
import Foundation

/// M01, notice of admission: sluten vård to berörda enheter (lag 2017:612, 2 kap. 1–3 §§).
package struct Inskrivningsmeddelande: MessageContent {
    /// Insatser the patient may come to need (2 kap. 1 §). Raw values are those of the schema.
    package enum Behov: String, CaseIterable, Sendable {
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
        package let name: String
        /// Telephone number.
        package let phone: String
    }

    /// When the patient was admitted.
    package let admitted: Date
    /// When the need was assessed, if after the admission; then the 24 hours count from here (2 kap. 3 §).
    package let needAssessed: Date?
    /// Expected time of discharge.
    package let expectedDischarge: PlannedTime
    /// One to three.
    package let needs: Set<Behov>
    /// The ward.
    package let ward: CareUnit
    /// Form of care; needs a basis of its own (rule E12), as does all that follows.
    package let vardform: Vardform?
    /// Placement outside the home.
    package let placering: Placering?
    /// At most two.
    package let guardians: [Guardian]
    /// The physician who assessed the need.
    package let physician: StaffMember?
    /// Language code when an interpreter is needed.
    package let language: String?
    /// Reason of admission. Free text: content.
    package let reason: String?

    init(_ fields: FieldReader) throws(Refusal) {
        admitted = try fields.instant("Inskriven")
        needAssessed = try fields.optionalInstant("BehovBedomt")
        expectedDischarge = try fields.plannedTime("BeraknadUtskrivning")
        needs = Set(try fields.child("BedomtBehov").all("Behov") { (item) throws(Refusal) -> Behov in try item.code() })
        ward = try CareUnit(fields.child("Avdelning"))
        vardform = try fields.optionalCode("Vardform")
        placering = try fields.optional("Placering") { (item) throws(Refusal) in try Placering(item) }
        guardians = try fields.all("Vardnadshavare") { (item) throws(Refusal) in
            Guardian(name: try item.token("Vardnadshavarenamn"), phone: try item.token("Telefon"))
        }
        physician = try fields.optional("BehandlandeLakare") { (item) throws(Refusal) in try StaffMember(item) }
        language = try fields.optionalToken("Sprak")
        reason = try fields.optional("Inskrivningsorsak") { (item) throws(Refusal) in try item.element.text() }
    }

    /// When the 24 hours of 2 kap. 3 § begin: the admission, or the assessment if that came later.
    package var clockStart: Date { max(admitted, needAssessed ?? admitted) }

    /// Whether a municipality's insatser are expected.
    package var needsMunicipality: Bool { needs.contains(.socialtjanst) || needs.contains(.kommunalHSL) }

    var freeTexts: [PlacedText] { reason.map { [PlacedText(text: $0, path: "Inskrivningsorsak")] } ?? [] }

    var identifiers: [PlacedIdentifier] {
        [PlacedIdentifier(.hsaID, ward.hsaID, at: "Avdelning/HsaId")]
            + (physician?.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "BehandlandeLakare/HsaId")] } ?? [])
            + (placering?.identifiers(in: "Placering") ?? [])
    }
}
