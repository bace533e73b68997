import Documents
import Foundation

/// M13, the admission has ended (Sluss's proposal; closes the interval of lag 2017:612, 5 kap. 1 §).
package struct AvslutVardtillfalle: MessageContent {
    /// How it ended. Raw values are those of the schema.
    package enum Kind: String, CaseIterable, Sendable {
        /// Discharged.
        case discharged = "UTSKRIVEN"
        /// Died.
        case died = "AVLIDEN"
        /// Moved to other sluten vård.
        case moved = "FLYTTAD"
        /// The case is not needed.
        case interrupted = "AVBRUTEN"
        /// Left without leave.
        case absconded = "AVVIKEN"
    }

    /// How it ended.
    package var kind: Kind
    /// When it ended.
    package var ended: Date

    /// Takes what every one has.
    package init(kind: Kind, ended: Date) {
        self.kind = kind
        self.ended = ended
    }

    package static let type = MessageType.avslutVardtillfalle
    package static let facts = TypeFacts(
        rootElement: "AvslutVardtillfalle", title: LocalText(sv: "Avslut av vårdtillfälle", en: "End of the admission"),
        law: "Slussens förslag; lag (2017:612) 5 kap. 1 §",
        roles: ([.slutenVard], Roll.concerned.union([.sis]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande, .underrattelseOppenTvangsvard])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        kind = try fields.code("Avslutsform")
        ended = try fields.instant("Avslutad")
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Avslutsform", kind)
        fields.instant("Avslutad", ended)
    }

    package func note(in facts: inout EventFacts) {
        facts.status = kind.rawValue
        facts.left = ended
    }
}
