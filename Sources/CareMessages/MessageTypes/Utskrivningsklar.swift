import Documents
import Foundation

/// M05, notice that the treating physician has assessed the patient as ready for discharge (lag 2017:612, 3 kap. 1 §).
package struct Utskrivningsklar: MessageContent {
    /// Yes, no, or not clear. Raw values are those of the schema.
    package enum Answer: String, CaseIterable, Sendable, Codable {
        /// Yes.
        case yes = "JA"
        /// No.
        case no = "NEJ"
        /// Not clear; counts as no in 5 kap. 5 §.
        case unclear = "OKLART"
    }

    /// When the assessment was made.
    package var assessed: Date
    /// Who made it.
    package var physician: StaffMember
    /// Whether a SIP is needed (4 kap. 1 §).
    package var needsSIP: Answer
    /// Whether the services of regional öppenvård are available (5 kap. 5 §).
    package var openCareAvailable: Answer
    /// Planned return home.
    package var plannedReturn: PlannedTime?
    /// Form of care.
    package var vardform: Vardform?
    /// Reference of the decision in compulsory care.
    package var decisionNumber: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(assessed: Date, physician: StaffMember, needsSIP: Answer, openCareAvailable: Answer) {
        self.assessed = assessed
        self.physician = physician
        self.needsSIP = needsSIP
        self.openCareAvailable = openCareAvailable
    }

    package static let type = MessageType.utskrivningsklar
    package static let facts = TypeFacts(
        rootElement: "Utskrivningsklar",
        title: LocalText(sv: "Underrättelse om utskrivningsklar", en: "Notice of readiness for discharge"),
        law: "Lag (2017:612) 3 kap. 1 §", roles: ([.slutenVard], Roll.concerned)
    ).with {
        $0.reference = .required([.inskrivningsmeddelande])
        $0.answers = [.kallelseTillSip, .svarPaKallelse, .planeringsunderlag]
    }

    package func write(to fields: inout FieldWriter) {
        fields.instant("Bedomningstid", assessed)
        fields.child("BedomandeLakare", physician.write)
        fields.code("SipBehov", needsSIP)
        fields.code("OppenvardTillganglig", openCareAvailable)
        fields.plannedTime("PlaneradHemgang", plannedReturn)
        fields.code("Vardform", vardform)
        fields.text("Beslutsnummer", decisionNumber)
    }

    package func note(in facts: inout EventFacts) {
        facts.assessed = assessed
        facts.needsSIP = needsSIP
        facts.openCareAvailable = openCareAvailable
        facts.vardform = vardform
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        assessed = try fields.instant("Bedomningstid")
        physician = try StaffMember(fields.child("BedomandeLakare"))
        needsSIP = try fields.code("SipBehov")
        openCareAvailable = try fields.code("OppenvardTillganglig")
        plannedReturn = try fields.optionalPlannedTime("PlaneradHemgang")
        vardform = try fields.optionalCode("Vardform")
        decisionNumber = try fields.optionalToken("Beslutsnummer")
    }

    package var freeTexts: [PlacedText] { decisionNumber.map { [PlacedText(text: $0, path: "Beslutsnummer")] } ?? [] }

    package var identifiers: [PlacedIdentifier] {
        physician.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "BedomandeLakare/HsaId")] } ?? []
    }
}
