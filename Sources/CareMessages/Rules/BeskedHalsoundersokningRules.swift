import Documents

/// The rules of M15 Besked om hälsoundersökning.
enum BeskedHalsoundersokningRules {
    static let all = [noTime, noSuccessor, late]

    static let noTime = Rule(
        "E1501",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Tid sägs vara bokad men anges inte.", en: "A time is said to be booked but is not stated."),
            remedy: LocalText(sv: "Ange BokadTid.", en: "State BokadTid."))
    ) { message, _ in
        guard let word = message.part(BeskedHalsoundersokning.self) else { return [] }
        return Breach.when(word.status == .booked && word.booked == nil, at: "Beskedstyp")
    }

    static let noSuccessor = Rule(
        "E1502",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Begäran sägs vara skickad vidare men mottagaren anges inte.",
                en: "The request is said to be sent on but the receiver is not stated."),
            remedy: LocalText(sv: "Ange VidaresandTill.", en: "State VidaresandTill."))
    ) { message, _ in
        guard let word = message.part(BeskedHalsoundersokning.self) else { return [] }
        return Breach.when(word.status == .forwarded && word.successor == nil, at: "Beskedstyp")
    }

    static let late = Rule(
        "W1501",
        .init(
            law: "Slussens regel; jämför lag (2017:209) 1 §",
            text: LocalText(
                sv: "Det första beskedet skickades mer än tio arbetsdagar efter begäran.",
                en: "The first word was sent more than ten working days after the request."),
            remedy: LocalText(
                sv: "Skicka ändå. Bekräfta nästa begäran när den kommer (MOTTAGEN).",
                en: "Send it all the same. Confirm the next request when it comes (MOTTAGEN)."))
    ) { message, context in
        guard let facts = context.caseFacts,
            let request = facts.earlier.first(where: { $0.messageID == message.envelope.refersTo && $0.type == .begaranHalsoundersokning }),
            !facts.earlier.contains(where: { $0.type == .beskedHalsoundersokning && $0.event.refersTo == request.messageID })
        else { return [] }
        let lastDay = BeskedHalsoundersokning.lastDay(afterRequestSent: facts.firstTold(request.event) ?? request.sent)
        return Breach.when(CalendarDay(message.envelope.sent) > lastDay, at: "Kuvert/Skickad")
    }
}
