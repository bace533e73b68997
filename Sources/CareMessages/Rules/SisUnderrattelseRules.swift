import Documents

/// The rules of M21 Underrättelse till SiS. None refuses for lateness.
enum SisUnderrattelseRules {
    static let all = [noHome, late, copyWithoutBasis]

    static let noHome = Rule(
        "E2101",
        .init(
            law: "LVU (1990:52) 12 a § (lag med särskilda bestämmelser om vård av unga)",
            text: LocalText(
                sv: "Ingen mottagare är ett särskilt ungdomshem.",
                en: "No receiver is a special home for young people."),
            remedy: LocalText(
                sv: "Ring ungdomshemmet genast, och lägg till det som mottagare.",
                en: "Telephone the home at once, and add it as a receiver."))
    ) { message, _ in
        Breach.when(!message.envelope.receivers.contains { $0.role == .sis }, at: "Kuvert/Mottagare")
    }

    static let late = Rule(
        "W2101",
        .init(
            law: "Slussens regel; jämför LVU (1990:52) 12 a § (lagen säger genast)",
            text: LocalText(
                sv: "Underrättelsen skickades mer än 15 minuter efter händelsen.",
                en: "The notice was sent more than 15 minutes after the event."),
            remedy: LocalText(
                sv: "Skicka ändå, och ring ungdomshemmet.",
                en: "Send it all the same, and telephone the home."))
    ) { message, context in
        guard let content = message.part(SisUnderrattelse.self), let told = context.firstTold(message) else { return [] }
        return Breach.when(told.elapsed(since: content.noticed) > .seconds(15 * 60), at: "Handelsetid")
    }

    static let copyWithoutBasis = Rule(
        "W2102",
        .init(
            law: "LVU (1990:52) 12 a §; offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §", isReading: true,
            text: LocalText(
                sv: "En kopia går till en kommun, men skyldigheten gäller bara SiS och ingen annan grund anges.",
                en: "A copy goes to a municipality, but the duty is towards SiS only and no other ground is stated."),
            remedy: LocalText(
                sv: "Ange den grund som bär kopian, eller ta bort mottagaren.",
                en: "State the ground that bears the copy, or remove the receiver."))
    ) { message, _ in
        guard message.envelope.restsOnDutyAlone else { return [] }
        return message.envelope.receivers.enumerated().filter { Roll.municipal.contains($0.element.role) }
            .map { Breach("Kuvert/Mottagare[\($0.offset + 1)]") }
    }
}
