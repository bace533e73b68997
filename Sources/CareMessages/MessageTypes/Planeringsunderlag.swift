import Documents
import Foundation

/// M04, facts for planning, between kommun, open care and sluten vård (lag 2017:612, 2 kap. 6 §). May carry attachments.
package struct Planeringsunderlag: MessageContent {
    /// What it is about. Raw values are those of the schema.
    package enum Subject: String, CaseIterable, Sendable {
        /// Insatser the patient already has.
        case ongoingServices = "PAGAENDE_INSATSER"
        /// What the patient will need.
        case needs = "BEHOV"
        /// Aids.
        case aids = "HJALPMEDEL"
        /// The planned return home.
        case plannedReturn = "PLANERAD_HEMGANG"
        /// A placement outside the home.
        case placement = "PLACERING"
        /// A question.
        case question = "FRAGA"
        /// An answer.
        case answer = "SVAR"
    }

    /// An insats that goes on or is planned.
    package struct Insats: Equatable, Sendable {
        /// What it is. Free text: content.
        package var description: String
        /// organisationsnummer of the organisation that answers for it.
        package var organisationsnummer: String
        /// Name of the unit that carries it out.
        package var unit: String
        /// When it begins or began.
        package var start: CalendarDay

        /// Takes what every one has.
        package init(description: String, organisationsnummer: String, unit: String, start: CalendarDay) {
            self.description = description
            self.organisationsnummer = organisationsnummer
            self.unit = unit
            self.start = start
        }
    }

    /// What it is about.
    package var subject: Subject
    /// In words; `nil` only beside an insats. Free text: content.
    package var text: String?
    /// At most thirty; at least one when there is no text.
    package var insatser: [Insats] = []
    /// Planned return home.
    package var plannedReturn: PlannedTime?
    /// Placement outside the home.
    package var placering: Placering?

    /// Takes what every one has; the rest is set afterwards, a text or an insats at least.
    package init(subject: Subject) { self.subject = subject }

    package static let type = MessageType.planeringsunderlag
    package static let facts = TypeFacts(
        rootElement: "Planeringsunderlag", title: LocalText(sv: "Planeringsunderlag", en: "Facts for planning"),
        law: "Lag (2017:612) 2 kap. 6 §",
        roles: (
            Roll.concerned.union([.slutenVard]),
            Roll.concerned.union([.slutenVard])
        )
    ).with {
        $0.carriesAttachments = true
        $0.reference = .required([.inskrivningsmeddelande, .planeringsunderlag])
        $0.answers = [.planeringsunderlag]
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        subject = try fields.code("Underlagstyp")
        text = try fields.optionalText("Underlagstext")
        insatser = try fields.all("Insats") { (item) throws(Refusal) in
            Insats(
                description: try item.text("Insatsbeskrivning"), organisationsnummer: try item.token("AnsvarigOrganisation"),
                unit: try item.token("AnsvarigEnhet"), start: try item.day("Startdatum"))
        }
        plannedReturn = try fields.optionalPlannedTime("PlaneradHemgang")
        placering = try fields.optional("Placering") { (item) throws(Refusal) in try Placering(item) }
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Underlagstyp", subject)
        fields.text("Underlagstext", text)
        fields.each("Insats", insatser) { insats, item in
            item.text("Insatsbeskrivning", insats.description)
            item.text("AnsvarigOrganisation", insats.organisationsnummer)
            item.text("AnsvarigEnhet", insats.unit)
            item.day("Startdatum", insats.start)
        }
        fields.plannedTime("PlaneradHemgang", plannedReturn)
        if let placering { fields.child("Placering", placering.write) }
    }

    package func note(in facts: inout EventFacts) {
        facts.placeringskommun = placering?.placeringskommun
        facts.vistelsekommun = placering?.vistelsekommun
    }

    package var freeTexts: [PlacedText] {
        (text.map { [PlacedText(text: $0, path: "Underlagstext")] } ?? [])
            + insatser.enumerated().map { PlacedText(text: $0.element.description, path: "Insats[\($0.offset + 1)]/Insatsbeskrivning") }
    }

    package var identifiers: [PlacedIdentifier] {
        insatser.enumerated().map {
            PlacedIdentifier(.organisationsnummer, $0.element.organisationsnummer, at: "Insats[\($0.offset + 1)]/AnsvarigOrganisation")
        } + (placering?.identifiers(in: "Placering") ?? [])
    }
}
