import Documents
import Foundation

/// M15, word on what became of a request for a health examination. No statute demands it; the request does (lag 2017:209, 1 §).
package struct BeskedHalsoundersokning: MessageContent {
    /// What became of the request. Raw values are those of the schema.
    package enum Status: String, CaseIterable, Sendable {
        /// Received.
        case received = "MOTTAGEN"
        /// A time is booked.
        case booked = "BOKAD"
        /// The unit is not the right one.
        case wrongReceiver = "FEL_MOTTAGARE"
        /// The child does not want it.
        case declined = "AVBOJD_AV_BARN"
        /// The child did not come.
        case missed = "UTEBLEV"
        /// Sent on to another unit.
        case forwarded = "VIDARESAND"
    }

    /// Who has taken over.
    package struct Successor: Equatable, Sendable {
        /// Ten digits.
        package var organisationsnummer: String
        /// Name of the unit.
        package var name: String

        /// Makes one.
        package init(organisationsnummer: String, name: String) {
            self.organisationsnummer = organisationsnummer
            self.name = name
        }
    }

    /// What became of the request.
    package var status: Status
    /// The parts concerned; empty means all that were asked for.
    package var parts: Set<BegaranHalsoundersokning.Part> = []
    /// The time that is booked.
    package var booked: Date?
    /// Where the child is examined.
    package var unit: CareUnit?
    /// Who has taken over.
    package var successor: Successor?
    /// More for the socialnämnd. Free text: content.
    package var comment: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(status: Status) { self.status = status }

    /// The last day for the first word: ten working days after the day of the request. Sluss's own limit, not of any statute.
    package static func lastDay(
        afterRequestSent sent: Date, _ holidays: SwedishHolidays = RegionalAgreement().holidays
    ) -> CalendarDay {
        holidays.adding(workingDays: 10, to: CalendarDay(sent))
    }

    package static let type = MessageType.beskedHalsoundersokning
    package static let facts = TypeFacts(
        rootElement: "BeskedHalsoundersokning", title: LocalText(sv: "Besked om hälsoundersökning", en: "Word on the health examination"),
        law: "Slussens förslag; lag (2017:209) 1 §", roles: (Roll.regionalOpenCare.union([.tandvard]), [.socialtjanst, .socialnamnd])
    ).with {
        $0.reference = .required([.begaranHalsoundersokning])
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Beskedstyp", status)
        for part in BegaranHalsoundersokning.Part.allCases where parts.contains(part) { fields.code("BerordDel", part) }
        fields.instant("BokadTid", booked)
        if let unit { fields.child("Undersokningsenhet", unit.write) }
        if let successor {
            fields.child("VidaresandTill") { item in
                item.text("Organisationsnummer", successor.organisationsnummer)
                item.text("Enhetsnamn", successor.name)
            }
        }
        fields.text("Kommentar", comment)
    }

    package func note(in facts: inout EventFacts) {
        facts.status = status.rawValue
        facts.unit = unit?.hsaID
        facts.successor = successor?.organisationsnummer
        facts.parts = BegaranHalsoundersokning.Part.allCases.filter(parts.contains)
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        status = try fields.code("Beskedstyp")
        parts = Set(try fields.all("BerordDel") { (item) throws(Refusal) -> BegaranHalsoundersokning.Part in try item.code() })
        booked = try fields.optionalInstant("BokadTid")
        unit = try fields.optional("Undersokningsenhet") { (item) throws(Refusal) in try CareUnit(item) }
        successor = try fields.optional("VidaresandTill") { (item) throws(Refusal) in
            Successor(organisationsnummer: try item.token("Organisationsnummer"), name: try item.token("Enhetsnamn"))
        }
        comment = try fields.optionalText("Kommentar")
    }

    package var freeTexts: [PlacedText] { comment.map { [PlacedText(text: $0, path: "Kommentar")] } ?? [] }

    package var identifiers: [PlacedIdentifier] {
        [
            unit.map { PlacedIdentifier(.hsaID, $0.hsaID, at: "Undersokningsenhet/HsaId") },
            successor.map { PlacedIdentifier(.organisationsnummer, $0.organisationsnummer, at: "VidaresandTill/Organisationsnummer") },
        ].compactMap { $0 }
    }
}
