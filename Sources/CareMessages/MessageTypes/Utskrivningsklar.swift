import Documents
import Foundation

/// M05, notice that the treating physician has assessed the patient as ready for discharge (lag 2017:612, 3 kap. 1 §).
package struct Utskrivningsklar: MessageContent {
    /// Yes, no, or not clear. Raw values are those of the schema.
    package enum Answer: String, CaseIterable, Sendable {
        /// Yes.
        case yes = "JA"
        /// No.
        case no = "NEJ"
        /// Not clear; counts as no in 5 kap. 5 §.
        case unclear = "OKLART"
    }

    /// When the assessment was made.
    package let assessed: Date
    /// Who made it.
    package let physician: StaffMember
    /// Whether a SIP is needed (4 kap. 1 §).
    package let needsSIP: Answer
    /// Whether the services of regional öppenvård are available (5 kap. 5 §).
    package let openCareAvailable: Answer
    /// Planned return home.
    package let plannedReturn: PlannedTime?
    /// Form of care.
    package let vardform: Vardform?
    /// Reference of the decision in compulsory care.
    package let decisionNumber: String?

    init(_ fields: FieldReader) throws(Refusal) {
        assessed = try fields.instant("Bedomningstid")
        physician = try StaffMember(fields.child("BedomandeLakare"))
        needsSIP = try fields.code("SipBehov")
        openCareAvailable = try fields.code("OppenvardTillganglig")
        plannedReturn = try fields.optional("PlaneradHemgang") == nil ? nil : fields.plannedTime("PlaneradHemgang")
        vardform = try fields.optionalCode("Vardform")
        decisionNumber = try fields.optionalToken("Beslutsnummer")
    }

    var placering: Placering? { nil }

    var freeTexts: [PlacedText] { decisionNumber.map { [PlacedText(text: $0, path: "Beslutsnummer")] } ?? [] }

    var identifiers: [PlacedIdentifier] { physician.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "BedomandeLakare/HsaId")] } ?? [] }
}
