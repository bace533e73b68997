import Documents
import Foundation

/// M20, a placement outside the home begins, changes or ends (Slussens förslag; offentlighets- och sekretesslagen 2009:400, 26 kap. 9 §).
///
/// No statute demands it: it tells care which municipality is responsible for a child that the population register shows elsewhere.
package struct Placeringsmeddelande: MessageContent {
    /// What happens. Raw values are those of the schema.
    package enum Event: String, CaseIterable, Sendable {
        /// The placement begins.
        case start = "START"
        /// Another home, provision or unit.
        case change = "ANDRING"
        /// The placement ends.
        case end = "SLUT"
    }

    /// Who answers for the child in the placing municipality.
    package struct Contact: Equatable, Sendable {
        /// The unit that messages about the child go to.
        package var unit: Party
        /// Telephone number in office hours.
        package var phone: String
        /// Telephone number of socialjouren at other times.
        package var onCallPhone: String

        /// Takes all it has.
        package init(unit: Party, phone: String, onCallPhone: String) {
            self.unit = unit
            self.phone = phone
            self.onCallPhone = onCallPhone
        }
    }

    /// What happens.
    package var event: Event
    /// The day it happens.
    package var day: CalendarDay
    /// The day the placement began, when it changes or ends (rule E2001).
    package var began: CalendarDay?
    /// The placement; its state is always `placed`.
    package var placement: Placering
    /// Who answers for the child.
    package var contact: Contact

    /// Takes what every one has; the rest is set afterwards.
    package init(event: Event, day: CalendarDay, placement: Placering, contact: Contact) {
        self.event = event
        self.day = day
        self.placement = placement
        self.contact = contact
    }

    package static let type = MessageType.placeringsmeddelande
    package static let facts = TypeFacts(
        rootElement: "Placeringsmeddelande", title: LocalText(sv: "Placeringsmeddelande", en: "Placement message"),
        law: "Slussens förslag; offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §",
        roles: ([.socialtjanst, .socialnamnd], Roll.regionalOpenCare.union([.slutenVard, .tandvard]))
    ).with {
        $0.reference = .optional([.placeringsmeddelande])
        $0.opensCase = true
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Handelse", event)
        fields.day("Handelsedatum", day)
        fields.day("Startdatum", began)
        fields.child("Placering", placement.write)
        fields.child("AnsvarigEnhet", contact.unit.writeReceiver)
        fields.text("Telefon", contact.phone)
        fields.text("Jourtelefon", contact.onCallPhone)
    }

    package func note(in facts: inout EventFacts) {
        var noted = EventFacts.Placement()
        noted.event = event.rawValue
        noted.day = day
        noted.placeringskommun = placement.placeringskommun
        noted.form = placement.form
        noted.vistelsekommun = placement.vistelsekommun
        facts.placement = noted
        facts.placeringskommun = placement.placeringskommun
        facts.vistelsekommun = placement.vistelsekommun
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        event = try fields.code("Handelse")
        day = try fields.day("Handelsedatum")
        began = try fields.optionalDay("Startdatum")
        placement = try Placering(fields.child("Placering"))
        contact = Contact(
            unit: try Party(fields.child("AnsvarigEnhet")), phone: try fields.token("Telefon"),
            onCallPhone: try fields.token("Jourtelefon"))
    }

    package var placering: Placering? { placement }

    package var identifiers: [PlacedIdentifier] { placement.identifiers(in: "Placering") + contact.unit.identifiers(in: "AnsvarigEnhet") }
}
