import Documents
import Foundation

/// M25, report of failed cooperation (Slussens förslag; lag 2017:612, 4 kap. 4 §). No patient data: the id of the case is enough.
package struct Avvikelse: MessageContent {
    /// What went wrong. Raw values are those of the schema.
    package enum Kind: String, CaseIterable, Sendable {
        /// A message came too late.
        case late = "SEN"
        /// A message never came.
        case missing = "SAKNAD"
        /// A message was wrong.
        case faulty = "FELAKTIG"
        /// A message went to the wrong receiver.
        case wrongReceiver = "FEL_MOTTAGARE"
        /// The discharge could not be carried out.
        case impossibleDischarge = "OMOJLIG_UTSKRIVNING"
    }

    /// What went wrong.
    package var kind: Kind
    /// In words. Free text: content, though it must not name the patient (rules E2501, W2501).
    package var text: String

    /// Takes all it has.
    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }

    package static let type = MessageType.avvikelse
    package static let facts = TypeFacts(
        rootElement: "Avvikelse", title: LocalText(sv: "Avvikelse i samverkan", en: "Report of failed cooperation"),
        law: "Slussens förslag; lag (2017:612) 4 kap. 4 §", roles: (Set(Roll.allCases), [.avvikelsefunktion])
    ).with {
        $0.reference = .required(Set(MessageType.allCases))
        $0.carriesPatient = false
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Avvikelsetyp", kind)
        fields.text("Beskrivning", text)
    }

    package func note(in facts: inout EventFacts) { facts.status = kind.rawValue }

    package init(_ fields: FieldReader) throws(Refusal) {
        kind = try fields.code("Avvikelsetyp")
        text = try fields.text("Beskrivning")
    }

    package var freeTexts: [PlacedText] { [PlacedText(text: text, path: "Beskrivning")] }
}
