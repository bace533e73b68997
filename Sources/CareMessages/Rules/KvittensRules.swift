import Documents
import Foundation

/// The rules of M23 Kvittens.
enum KvittensRules {
    static let all = [personNumber, forwardedNowhere, refusedWithoutRule, acknowledgedAfterSending, notReceiver, patientNamed]

    static let personNumber = Rule(
        "E2301",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "Kvittensen innehåller ett personnummer; den får inte bära uppgifter om patienten.",
                en: "The receipt holds a person number; it must carry no patient data."),
            remedy: LocalText(
                sv: "Ta bort numret; meddelandets id räcker.", en: "Remove the number; the id of the message is enough."))
    ) { message, _ in DisclosureRules.personNumbers(in: message) }

    static let forwardedNowhere = Rule(
        "E2302",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Resultatet och enheten som meddelandet sänts vidare till stämmer inte överens.",
                en: "The result and the unit the message was passed on to do not agree."),
            remedy: LocalText(
                sv: "Ange VidaresandTill när resultatet är VIDARESAND, och bara då; när patienten har skydd utelämnas enheten.",
                en: "State VidaresandTill when the result is VIDARESAND, and only then; for a protected patient the unit is left out."))
    ) { message, context in
        guard let receipt = message.part(Kvittens.self) else { return [] }
        if receipt.forwardedTo != nil { return Breach.when(receipt.outcome != .forwarded, at: "VidaresandTill") }
        // To whom a message about a protected person went on would show where that person is.
        let isProtected = context.caseFacts?.message(message.envelope.refersTo)?.event.facts.isProtected
        return Breach.when(receipt.outcome == .forwarded && isProtected == false, at: "VidaresandTill")
    }

    static let refusedWithoutRule = Rule(
        "E2303",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "En teknisk avvisning nämner ingen regel, eller en godkänd kvittens nämner en.",
                en: "A technical refusal names no rule, or a receipt of acceptance names one."),
            remedy: LocalText(
                sv: "Ange id på reglerna som meddelandet bröt mot (Regel), och bara när det avvisas eller kom fel.",
                en: "State the ids of the rules it broke (Regel), and only when it is refused or went astray."))
    ) { message, _ in
        guard let receipt = message.part(Kvittens.self) else { return [] }
        let isUnexplained = receipt.level == .technical && receipt.outcome == .refused && receipt.rules.isEmpty
        return Breach.when(isUnexplained || (receipt.outcome == .accepted && !receipt.rules.isEmpty), at: "Regel")
    }

    static let acknowledgedAfterSending = Rule(
        "E2304",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Kvitteringen är senare än tidpunkten då kvittensen skickades.",
                en: "The acknowledgement is later than the time the receipt was sent."),
            remedy: LocalText(sv: "Rätta tiden i Kvitterad.", en: "Correct the time in Kvitterad."))
    ) { message, _ in
        guard let receipt = message.part(Kvittens.self) else { return [] }
        return Breach.when(receipt.acknowledged > message.envelope.sent, at: "Kvitterad")
    }

    /// A warning only: a message may have been passed on outside the gateway.
    static let notReceiver = Rule(
        "W2301",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Den som kvitterar var inte mottagare av meddelandet.", en: "The one who acknowledges was no receiver of the message."),
            remedy: LocalText(
                sv: "Kontrollera att meddelandet sänts vidare till er.", en: "Check that the message was passed on to you."))
    ) { message, context in
        let (sender, refersTo) = (message.envelope.sender.organisationsnummer, message.envelope.refersTo)
        guard let facts = context.caseFacts, let original = facts.message(refersTo) else { return [] }
        let isReceiver = original.event.receivers.contains { $0.organisationsnummer == sender }
        return Breach.when(!isReceiver && !facts.wasPassedOn(refersTo, to: sender), at: "Kuvert/Avsandare/Organisationsnummer")
    }

    /// A warning only: a name may also be that of somebody on the staff, or a word. Of a receipt of acceptance nothing is asked: who gives it
    /// has the message and its patient.
    static let patientNamed = Rule(
        "W2302",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "Kvittensen för ett felsänt, vidaresänt eller avvisat meddelande innehåller ett namn som patienten i ärendet har.",
                en: "The receipt for a misdirected, forwarded or refused message holds a name that the patient of the case has."),
            remedy: LocalText(
                sv: "Ta bort namnet om det är patientens; meddelandets id räcker.",
                en: "Remove the name if it is the patient's; the id of the message is enough."))
    ) { message, context in
        guard let receipt = message.part(Kvittens.self), receipt.outcome != .accepted else { return [] }
        return DisclosureRules.patientNames(in: message, context)
    }
}
