import Documents

/// The rules of M16 Utlåtande efter hälsoundersökning.
enum UtlatandeHalsoundersokningRules {
    static let all = [partMissing, noBasis, late, doubtfulGround]

    private static func request(_ message: CareMessage, _ context: RuleContext) -> EarlierMessage? {
        context.caseFacts?.earlier.first { $0.messageID == message.envelope.refersTo && $0.type == .begaranHalsoundersokning }
    }

    /// Silent while the request is not known.
    static let partMissing = Rule(
        "E1601",
        .init(
            law: "Slussens regel; jämför Socialstyrelsens föreskrifter (HSLF-FS 2019:19); lag (2017:209) 1 §",
            text: LocalText(
                sv: "En del av undersökningen saknas utan att orsaken anges.",
                en: "A part of the examination is missing and no reason is given."),
            remedy: LocalText(
                sv: "Lägg till delen med bedömning eller med EjUndersoktOrsak.",
                en: "Add the part with an assessment or with EjUndersoktOrsak."))
    ) { message, context in
        guard let statement = message.part(UtlatandeHalsoundersokning.self), let wanted = request(message, context)?.event.facts.parts
        else { return [] }
        return Breach.when(!Set(wanted).isSubset(of: statement.parts.map(\.part)), at: "UndersoktDel")
    }

    static let noBasis = DisclosureRules.groundMissing(
        "E1602",
        law: "Offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §, 25 kap. 1 §",
        remedy: LocalText(
            sv: "Ange grunden; för den som fyllt 18 i regel eget samtycke.",
            en: "State the ground; from 18 usually the person's own consent."))

    static let late = Rule(
        "W1601",
        .init(
            law: "Slussens regel; jämför lag (2017:209) 1 §",
            text: LocalText(
                sv: "Utlåtandet skickades mer än 60 dagar efter begäran.",
                en: "The statement was sent more than 60 days after the request."),
            remedy: LocalText(
                sv: "Skicka ändå, och säg till socialnämnden om något är brådskande.",
                en: "Send it all the same, and tell the socialnämnd if anything is urgent."))
    ) { message, context in
        guard let request = request(message, context), let asked = context.caseFacts?.firstTold(request.event),
            let told = context.firstTold(message)
        else { return [] }
        return Breach.when(CalendarDay(told) > CalendarDay(asked).adding(days: 60), at: "Kuvert/Skickad")
    }

    static let doubtfulGround = Rule(
        "W1602",
        .init(
            law: "Offentlighets- och sekretesslagen (2009:400) 10 kap. 28 §, 12 kap. 2 §, 25 kap. 12 §", isReading: true,
            text: LocalText(
                sv: "Grunden är varken uppgiftsskyldighet, samtycke eller 25 kap. 12 §.",
                en: "The ground is neither a duty, consent, nor chapter 25 section 12."),
            remedy: LocalText(
                sv: "Kontrollera att grunden bär utlåtandet; för den som fyllt 18 i regel eget samtycke.",
                en: "Check that the ground bears the statement; from 18 usually the person's own consent."))
    ) { message, _ in
        let fit: Set<LegalBasis.Ground> = [.uppgiftsskyldighet, .samtycke, .under18FromCare]
        let isDoubtful = fit.isDisjoint(with: message.envelope.legalBases.map(\.ground)) && !message.envelope.statesNoGround
        return Breach.when(isDoubtful, at: "Kuvert/RattsligGrund")
    }
}
