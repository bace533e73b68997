import Documents

/// M10, coordinated individual plan or another plan shared by the parties (lag 2017:612, 4 kap. 2 §; hälso- och sjukvårdslagen 2017:30,
/// 16 kap. 4 §; socialtjänstlagen 2025:400, 10 kap. 8–9 §§).
package struct SamordnadPlan: MessageContent {
    /// Kind of plan: the codes of RIV-TA's care plan contract (TypeOfCarePlan). Raw values are those of the schema.
    package enum Kind: String, CaseIterable, Sendable {
        /// Samordnad individuell plan.
        case individual = "SIP"
        /// Samordnad plan enligt LPT och LRV.
        case compulsoryCare = "SPLPTLRV"
        /// Samordnad plan vid utskrivning.
        case discharge = "SPU"
        /// Vårdplan.
        case care = "VP"
        /// Habiliteringsplan.
        case habilitation = "HP"
        /// Rehabiliteringsplan.
        case rehabilitation = "RP"
        /// Genomförandeplan.
        case implementation = "GP"
        /// SVP; the contract's code list gives no other word.
        case svp = "SVP"
    }

    /// How far the plan has come. Raw values are those of the schema.
    package enum Status: String, CaseIterable, Sendable {
        /// A draft.
        case draft = "UTKAST"
        /// Confirmed by every unit that answers for an insats.
        case confirmed = "JUSTERAD"
        /// Ended.
        case ended = "AVSLUTAD"
    }

    /// Kind of plan.
    package var kind: Kind
    /// How far it has come.
    package var status: Status
    /// What it says.
    package var plan: CarePlan
    /// The unit whose principal answers for the whole.
    package var responsible: ConcernedUnit
    /// Consent to the plan.
    package var consent: ConsentStatement
    /// When it is followed up.
    package var followUp: CalendarDay?
    /// What it shall lead to. Free text: content.
    package var goal: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(kind: Kind, status: Status, plan: CarePlan, responsible: ConcernedUnit, consent: ConsentStatement) {
        self.kind = kind
        self.status = status
        self.plan = plan
        self.responsible = responsible
        self.consent = consent
    }

    package static let type = MessageType.samordnadPlan
    package static let facts = TypeFacts(
        rootElement: "SamordnadPlan", title: LocalText(sv: "Samordnad individuell plan", en: "Coordinated individual plan"),
        law:
            "Lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025)",
        roles: (
            Roll.concerned,
            Roll.concerned.union([.slutenVard, .tandvard, .elevhalsa, .sis])
        )
    ).with {
        $0.carriesAttachments = true
        $0.reference = .optional([.kallelseTillSip, .svarPaKallelse, .samordnadPlan, .underrattelseOppenTvangsvard])
        $0.opensCase = true
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Plantyp", kind)
        fields.code("Planstatus", status)
        fields.child("Plan", plan.write)
        fields.child("OvergripandeAnsvarig", responsible.write)
        fields.day("Uppfoljningsdatum", followUp)
        fields.child("Samtycke", consent.write)
        fields.text("Mal", goal)
    }

    package func note(in facts: inout EventFacts) {
        facts.status = status.rawValue
        facts.consent = consent.state
        facts.insatser = plan.remembered(isEnded: status == .ended)
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        kind = try fields.code("Plantyp")
        status = try fields.code("Planstatus")
        plan = try CarePlan(fields.child("Plan"))
        responsible = try ConcernedUnit(fields.child("OvergripandeAnsvarig"))
        followUp = try fields.optionalDay("Uppfoljningsdatum")
        consent = try ConsentStatement(fields.child("Samtycke"))
        goal = try fields.optionalText("Mal")
    }

    package var freeTexts: [PlacedText] {
        plan.freeTexts(in: "Plan") + (goal.map { [PlacedText(text: $0, path: "Mal")] } ?? [])
    }

    package var identifiers: [PlacedIdentifier] {
        plan.identifiers(in: "Plan") + responsible.identifiers(in: "OvergripandeAnsvarig")
    }
}
