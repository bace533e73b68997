import Documents
import Foundation

/// M03, a fast vårdkontakt has been appointed (lag 2017:612, 2 kap. 5 §; that others are told of it is Sluss's proposal).
package struct FastVardkontaktUtsedd: MessageContent {
    /// Who is appointed.
    package var contact: StaffMember
    /// Profession or task of the person.
    package var profession: String
    /// The unit of open care, with the telephone number of the contact.
    package var unit: CareUnit
    /// The day of the appointment.
    package var appointed: CalendarDay

    /// Takes what every one has.
    package init(contact: StaffMember, profession: String, unit: CareUnit, appointed: CalendarDay) {
        self.contact = contact
        self.profession = profession
        self.unit = unit
        self.appointed = appointed
    }

    package static let type = MessageType.fastVardkontaktUtsedd
    package static let facts = TypeFacts(
        rootElement: "FastVardkontaktUtsedd", title: LocalText(sv: "Fast vårdkontakt utsedd", en: "Fast vårdkontakt appointed"),
        law: "Lag (2017:612) 2 kap. 5 §", roles: (Roll.regionalOpenCare, Roll.municipal.union([.slutenVard]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        contact = try StaffMember(fields.child("Vardkontakt"))
        profession = try fields.token("Yrkesroll")
        unit = try CareUnit(fields.child("Enhet"))
        appointed = try fields.day("Utsedd")
    }

    package func write(to fields: inout FieldWriter) {
        fields.child("Vardkontakt", contact.write)
        fields.text("Yrkesroll", profession)
        fields.child("Enhet", unit.write)
        fields.day("Utsedd", appointed)
    }

    package func note(in facts: inout EventFacts) { facts.unit = unit.hsaID }

    package var freeTexts: [PlacedText] { [PlacedText(text: profession, path: "Yrkesroll")] }

    package var identifiers: [PlacedIdentifier] {
        (contact.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "Vardkontakt/HsaId")] } ?? [])
            + [PlacedIdentifier(.hsaID, unit.hsaID, at: "Enhet/HsaId")]
    }
}
