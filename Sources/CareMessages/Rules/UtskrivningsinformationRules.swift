import Documents

/// The rules of M12 Utskrivningsinformation.
enum UtskrivningsinformationRules {
    static let all = [basisMissing, late, placerMissing]

    static let basisMissing = DisclosureRules.groundMissing(
        "E1201",
        law: "Offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §, 25 kap. 1 §, 26 kap. 1 §; lag (2017:612) 3 kap. 2 §",
        remedy: DisclosureRules.stateGround)

    static let late = Rule(
        "W1201",
        .init(
            law: "Lag (2017:612) 3 kap. 2 §",
            text: LocalText(
                sv: "Informationen skickades senare än den dag patienten skrevs ut.",
                en: "The information was sent later than the day of discharge."),
            remedy: LocalText(
                sv: "Skicka ändå, och ring dem som tagit över om det som brådskar.",
                en: "Send it all the same, and telephone those who have taken over about what is urgent."))
    ) { message, context in
        guard let content = message.part(Utskrivningsinformation.self), let told = context.firstTold(message) else { return [] }
        return Breach.when(CalendarDay(told) > CalendarDay(content.discharged), at: "Kuvert/Skickad")
    }

    static let placerMissing = Rule(
        "W1202",
        .init(
            law: "Socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)", isReading: true,
            text: LocalText(
                sv: "Patienten är placerad och placeringskommunen är inte mottagare.",
                en: "The patient is placed and the placing municipality is no receiver."),
            remedy: LocalText(
                sv: "Lägg till placeringskommunens socialtjänst; den ansvarar för barnet.",
                en: "Add the social services of the placing municipality; it is responsible for the child."))
    ) { message, context in
        guard let content = message.part(Utskrivningsinformation.self) else { return [] }
        guard let known = content.placeringskommun ?? context.caseFacts?.placeringskommun else { return [] }
        return Breach.when(!message.envelope.receiverKommunkoder.contains(known), at: "Placeringskommun")
    }
}
