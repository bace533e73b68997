import Documents
import Foundation

/// M02, changed expected discharge: sluten vård to those who got the M01 (lag 2017:612, 2 kap. 4 §).
package struct AndradBeraknadUtskrivning: MessageContent {
    /// The new expected time of discharge.
    package var expectedDischarge: PlannedTime
    /// Why it changed; needs a basis beyond the duty. Free text: content.
    package var reason: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(expectedDischarge: PlannedTime) { self.expectedDischarge = expectedDischarge }

    package static let type = MessageType.andradBeraknadUtskrivning
    package static let facts = TypeFacts(
        rootElement: "AndradBeraknadUtskrivning", title: LocalText(sv: "Ändrad beräknad utskrivning", en: "Changed expected discharge"),
        law: "Lag (2017:612) 2 kap. 4 §", roles: ([.slutenVard], Roll.concerned)
    ).with {
        $0.duty = .unlisted
        $0.reference = .required([.inskrivningsmeddelande])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        expectedDischarge = try fields.plannedTime("NyBeraknadUtskrivning")
        reason = try fields.optionalText("Andringsorsak")
    }

    package func write(to fields: inout FieldWriter) {
        fields.plannedTime("NyBeraknadUtskrivning", expectedDischarge)
        fields.text("Andringsorsak", reason)
    }

    package func note(in facts: inout EventFacts) { facts.expectedDischarge = expectedDischarge }

    package var beyondDuty: [String] { reason == nil ? [] : ["Andringsorsak"] }

    package var freeTexts: [PlacedText] { reason.map { [PlacedText(text: $0, path: "Andringsorsak")] } ?? [] }
}
