import Documents
import Foundation

/// M08, call to SIP (lag 2017:612, 4 kap. 1 och 3 §§).
package struct KallelseTillSip: MessageContent {
    /// How the meeting is held. Raw values are those of the schema.
    package enum Form: String, CaseIterable, Sendable {
        /// In a room.
        case inPerson = "FYSISKT"
        /// By video.
        case video = "VIDEO"
        /// By telephone.
        case phone = "TELEFON"
    }

    /// When the meeting begins.
    package var start: Date
    /// When the meeting ends.
    package var end: Date
    /// How it is held.
    package var form: Form
    /// Place, link or telephone number. Free text: content.
    package var place: String
    /// Who calls.
    package var convener: Practitioner
    /// Units that are called, at least one.
    package var invited: [ConcernedUnit]
    /// Consent to the plan.
    package var consent: ConsentStatement
    /// Form of care.
    package var vardform: Vardform?
    /// What the meeting is for. Free text: content.
    package var purpose: String?
    /// What the child says. Free text: content.
    package var childView: String?
    /// Guardians who are invited, at most two.
    package var guardians: [Inskrivningsmeddelande.Guardian] = []
    /// Documents wanted for the meeting. Free text: content.
    package var wantedDocuments: [String] = []

    /// Takes what every one has, `time` from beginning to end; the rest is set afterwards.
    package init(
        time: (start: Date, end: Date), form: Form, place: String, convener: Practitioner, invited: [ConcernedUnit],
        consent: ConsentStatement
    ) {
        (start, end) = time
        self.form = form
        self.place = place
        self.convener = convener
        self.invited = invited
        self.consent = consent
    }

    package static let type = MessageType.kallelseTillSip
    package static let facts = TypeFacts(
        rootElement: "KallelseTillSip", title: LocalText(sv: "Kallelse till SIP", en: "Call to SIP"),
        law: "Lag (2017:612) 4 kap. 1 och 3 §§",
        roles: (
            Roll.concerned,
            Roll.concerned.union([.slutenVard, .tandvard, .elevhalsa, .sis])
        )
    ).with {
        $0.duty = .unlisted
        $0.reference = .optional([
            .utskrivningsklar, .kallelseTillSip, .samordnadPlan, .placeringsmeddelande, .begaranHalsoundersokning, .remiss,
        ])
        $0.opensCase = true
        $0.answers = [.svarPaKallelse]
    }

    package func write(to fields: inout FieldWriter) {
        fields.instant("Motesstart", start)
        fields.instant("Motesslut", end)
        fields.code("Motesform", form)
        fields.text("Motesplats", place)
        fields.child("Sammankallande", convener.write)
        fields.each("Kallad", invited) { $0.write(to: &$1) }
        fields.child("Samtycke", consent.write)
        fields.code("Vardform", vardform)
        fields.text("Syfte", purpose)
        fields.text("BarnetsInstallning", childView)
        fields.each("KalladVardnadshavare", guardians) { $0.write(to: &$1) }
        for document in wantedDocuments { fields.text("OnskatUnderlag", document) }
    }

    package func note(in facts: inout EventFacts) {
        facts.meeting = start
        facts.called = invited.map(\.organisationsnummer)
        facts.consent = consent.state
        facts.vardform = vardform
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        start = try fields.instant("Motesstart")
        end = try fields.instant("Motesslut")
        form = try fields.code("Motesform")
        place = try fields.text("Motesplats")
        convener = try Practitioner(fields.child("Sammankallande"))
        invited = try fields.all("Kallad") { (item) throws(Refusal) in try ConcernedUnit(item) }
        consent = try ConsentStatement(fields.child("Samtycke"))
        vardform = try fields.optionalCode("Vardform")
        purpose = try fields.optionalText("Syfte")
        childView = try fields.optionalText("BarnetsInstallning")
        guardians = try fields.all("KalladVardnadshavare") { (item) throws(Refusal) in try Inskrivningsmeddelande.Guardian(item) }
        wantedDocuments = try fields.texts("OnskatUnderlag")
    }

    package var freeTexts: [PlacedText] {
        var texts = [PlacedText(text: place, path: "Motesplats")]
        if let purpose { texts.append(PlacedText(text: purpose, path: "Syfte")) }
        if let childView { texts.append(PlacedText(text: childView, path: "BarnetsInstallning")) }
        return texts + wantedDocuments.enumerated().map { PlacedText(text: $0.element, path: "OnskatUnderlag[\($0.offset + 1)]") }
    }

    package var identifiers: [PlacedIdentifier] {
        convener.identifiers(in: "Sammankallande")
            + invited.enumerated().flatMap { $0.element.identifiers(in: "Kallad[\($0.offset + 1)]") }
    }
}
