import Documents
import Foundation

/// M19, answer to a referral, whole or in part (Slussens förslag).
package struct Remissvar: MessageContent {
    /// Whether more will come. Raw values are those of the schema.
    package enum Extent: String, CaseIterable, Sendable {
        /// More will come.
        case partial = "DELSVAR"
        /// The last word.
        case final = "SLUTSVAR"
    }

    /// Whether more will come.
    package var extent: Extent
    /// The day the answer was written.
    package var day: CalendarDay
    /// Who answers.
    package var author: StaffMember
    /// The answer. Free text: content.
    package var answer: String

    /// Takes all it has.
    package init(extent: Extent, day: CalendarDay, author: StaffMember, answer: String) {
        self.extent = extent
        self.day = day
        self.author = author
        self.answer = answer
    }

    package static let type = MessageType.remissvar
    package static let facts = TypeFacts(
        rootElement: "Remissvar", title: LocalText(sv: "Remissvar", en: "Answer to the referral"),
        law: "Slussens förslag",
        roles: (
            Roll.regionalOpenCare.union([.slutenVard, .tandvard]),
            Roll.concerned.union([.slutenVard, .tandvard, .elevhalsa])
        )
    ).with {
        $0.carriesAttachments = true
        $0.reference = .required([.remiss])
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Svarstyp", extent)
        fields.day("Svarsdatum", day)
        fields.child("Svarande", author.write)
        fields.text("Svar", answer)
    }

    package func note(in facts: inout EventFacts) { facts.status = extent.rawValue }

    package init(_ fields: FieldReader) throws(Refusal) {
        extent = try fields.code("Svarstyp")
        day = try fields.day("Svarsdatum")
        author = try StaffMember(fields.child("Svarande"))
        answer = try fields.text("Svar")
    }

    package var freeTexts: [PlacedText] { [PlacedText(text: answer, path: "Svar")] }

    package var identifiers: [PlacedIdentifier] { author.hsaID.map { [PlacedIdentifier(.hsaID, $0, at: "Svarande/HsaId")] } ?? [] }
}
