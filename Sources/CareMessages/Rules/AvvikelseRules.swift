import Documents
import Foundation

/// The rules of M25 Avvikelse i samverkan.
enum AvvikelseRules {
    static let all = [personNumber, emptyText, patientNamed]

    static let personNumber = Rule(
        "E2501",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "Avvikelsen innehåller ett personnummer; den får inte bära uppgifter om patienten.",
                en: "The report holds a person number; it must carry no patient data."),
            remedy: LocalText(sv: "Ta bort numret; ärendets id räcker.", en: "Remove the number; the id of the case is enough."))
    ) { message, _ in DisclosureRules.personNumbers(in: message) }

    static let emptyText = Rule(
        "E2502",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Avvikelsen säger inte vad som hände.", en: "The report does not say what happened."),
            remedy: LocalText(sv: "Beskriv händelsen utan att nämna patienten.", en: "Describe the event without naming the patient."))
    ) { message, _ in
        Breach.when(message.part(Avvikelse.self)?.text.allSatisfy(\.isWhitespace) == true, at: "Beskrivning")
    }

    /// A warning only: a name may also be that of somebody on the staff, or a word.
    static let patientNamed = Rule(
        "W2501",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "Texten innehåller ett namn som patienten i ärendet har.", en: "The text holds a name that the patient of the case has."
            ),
            remedy: LocalText(
                sv: "Ta bort namnet om det är patientens; ärendets id räcker.",
                en: "Remove the name if it is the patient's; the id of the case is enough."))
    ) { message, context in DisclosureRules.patientNames(in: message, context) }
}
