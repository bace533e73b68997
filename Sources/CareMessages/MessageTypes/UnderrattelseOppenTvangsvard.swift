import Documents
import Foundation

/// M11, notice of compulsory open care with its samordnade vårdplan (LPT 1991:1128, 7 a §; LRV 1991:1129, 12 a §). It is the notice of
/// readiness for discharge as well (lag 2017:612, 3 kap. 1 § andra stycket).
package struct UnderrattelseOppenTvangsvard: MessageContent {
    /// What has been decided. Raw values are those of the schema.
    package enum Decision: String, CaseIterable, Sendable {
        /// Applied for.
        case applied = "ANSOKT"
        /// Granted by the court.
        case granted = "MEDGIVEN"
        /// Decided.
        case decided = "BESLUTAD"
        /// The care has ended.
        case ended = "UPPHORT"
    }

    /// Form of care.
    package var vardform: Vardform
    /// When it was decided or applied for.
    package var decidedAt: Date
    /// What was decided.
    package var decision: Decision
    /// Who notifies: the chefsöverläkare.
    package var physician: StaffMember
    /// Reference of the decision.
    package var decisionNumber: String?
    /// The plan; its absence is warned of (rule W1102) unless the care has ended.
    package var plan: CarePlan?

    /// Takes what every one has; the rest is set afterwards.
    package init(vardform: Vardform, decidedAt: Date, decision: Decision, physician: StaffMember) {
        self.vardform = vardform
        self.decidedAt = decidedAt
        self.decision = decision
        self.physician = physician
    }

    package static let type = MessageType.underrattelseOppenTvangsvard
    package static let facts = TypeFacts(
        rootElement: "UnderrattelseOppenTvangsvard",
        title: LocalText(
            sv: "Underrättelse om öppen tvångsvård med samordnad vårdplan", en: "Notice of compulsory open care with coordinated care plan"),
        law: "LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket",
        roles: ([.slutenVard, .bup, .regionalOppenvard], Roll.concerned.union([.sis]))
    ).with {
        $0.reference = .optional([.inskrivningsmeddelande, .underrattelseOppenTvangsvard])
        $0.opensCase = true
        $0.duty = .unlisted
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Vardform", vardform)
        fields.instant("Beslutstid", decidedAt)
        fields.code("Beslutstyp", decision)
        fields.text("Beslutsnummer", decisionNumber)
        fields.child("Chefsoverlakare", physician.write)
        if let plan { fields.child("Plan", plan.write) }
    }

    package func note(in facts: inout EventFacts) {
        facts.vardform = vardform
        facts.assessed = decidedAt
        facts.status = decision.rawValue
        facts.insatser = plan?.remembered(isEnded: decision == .ended)
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        vardform = try fields.code("Vardform")
        decidedAt = try fields.instant("Beslutstid")
        decision = try fields.code("Beslutstyp")
        decisionNumber = try fields.optionalToken("Beslutsnummer")
        physician = try StaffMember(fields.child("Chefsoverlakare"))
        plan = try fields.optional("Plan") { (item) throws(Refusal) in try CarePlan(item) }
    }

    package var freeTexts: [PlacedText] {
        (decisionNumber.map { [PlacedText(text: $0, path: "Beslutsnummer")] } ?? []) + (plan?.freeTexts(in: "Plan") ?? [])
    }

    package var identifiers: [PlacedIdentifier] {
        (physician.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "Chefsoverlakare/HsaId")] } ?? [])
            + (plan?.identifiers(in: "Plan") ?? [])
    }
}
