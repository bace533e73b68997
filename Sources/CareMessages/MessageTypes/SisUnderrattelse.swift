import Documents
import Foundation

/// M21, notice to the special home of SiS, at once when a young person wants to leave hospital or has left (LVU 1990:52, 12 a §).
package struct SisUnderrattelse: MessageContent {
    /// What happens. Raw values are those of the schema.
    package enum Event: String, CaseIterable, Sendable {
        /// The young person wants to leave.
        case wantsToLeave = "VILL_LAMNA"
        /// The young person has left.
        case hasLeft = "HAR_LAMNAT"
    }

    /// What happens.
    package var event: Event
    /// When it was noticed.
    package var noticed: Date
    /// The unit that cares for the young person.
    package var unit: CareUnit
    /// When SiS was telephoned about it.
    package var telephoned: Date?

    /// Takes what every one has; the rest is set afterwards.
    package init(event: Event, noticed: Date, unit: CareUnit) {
        self.event = event
        self.noticed = noticed
        self.unit = unit
    }

    package static let type = MessageType.sisUnderrattelse
    package static let facts = TypeFacts(
        rootElement: "SisUnderrattelse", title: LocalText(sv: "Underrättelse till SiS", en: "Notice to SiS"),
        law: "LVU (1990:52) 12 a §", roles: (Roll.regionalOpenCare.union([.slutenVard]), [.sis, .socialtjanst, .socialnamnd])
    ).with {
        $0.reference = .optional([.inskrivningsmeddelande, .placeringsmeddelande])
        $0.duty = .unlisted
        $0.opensCase = true
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        event = try fields.code("Handelse")
        noticed = try fields.instant("Handelsetid")
        unit = try CareUnit(fields.child("Vardenhet"))
        telephoned = try fields.optionalInstant("Uppringd")
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Handelse", event)
        fields.instant("Handelsetid", noticed)
        fields.child("Vardenhet", unit.write)
        fields.instant("Uppringd", telephoned)
    }

    package func note(in facts: inout EventFacts) {
        facts.status = event.rawValue
        facts.unit = unit.hsaID
    }

    package var identifiers: [PlacedIdentifier] { [PlacedIdentifier(.hsaID, unit.hsaID, at: "Vardenhet/HsaId")] }
}
