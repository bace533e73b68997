import Documents

/// The rules of M02 Ändrad beräknad utskrivning.
enum AndradBeraknadUtskrivningRules {
    static let all = [unchanged, ended, past, ready]

    static let unchanged = Rule(
        "E201",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 4 §",
            text: LocalText(
                sv: "Den nya tidpunkten är densamma som den som redan gäller.",
                en: "The new time is the one already in force."),
            remedy: LocalText(
                sv: "Ange den ändrade tidpunkten; utan ändring behövs inget meddelande.",
                en: "State the changed time; without a change no message is needed."))
    ) { message, context in
        guard let change = message.part(AndradBeraknadUtskrivning.self), let facts = context.caseFacts else { return [] }
        let stated = (facts.active(.inskrivningsmeddelande) + facts.active(.andradBeraknadUtskrivning))
            .filter { $0.sent < message.envelope.sent && $0.messageID != message.envelope.replaces?.messageID }
            .sorted { $0.sent < $1.sent }
        return Breach.when(stated.last?.event.facts.expectedDischarge == change.expectedDischarge, at: "NyBeraknadUtskrivning")
    }

    static let ended = Rule(
        "E202",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 4 §",
            text: LocalText(
                sv: "Vårdtillfället är redan avslutat.",
                en: "The admission has already ended."),
            remedy: LocalText(
                sv: "Skicka inget; är avslutet fel, makulera det först (M22).",
                en: "Send nothing; if the end is wrong, withdraw it first (M22)."))
    ) { message, context in
        let ends = context.caseFacts?.active(.avslutVardtillfalle) ?? []
        return Breach.when(ends.contains { $0.sent < message.envelope.sent }, at: "Kuvert/Arendeid")
    }

    static let past = Rule(
        "W201",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 4 §",
            text: LocalText(
                sv: "Den nya tidpunkten har redan passerat när meddelandet skickas.",
                en: "The new time has already passed when the message is sent."),
            remedy: LocalText(
                sv: "Kontrollera datumet; är patienten utskriven skickas avslut (M13).",
                en: "Check the date; if the patient has left, send the end of the admission (M13)."))
    ) { message, _ in
        guard let change = message.part(AndradBeraknadUtskrivning.self) else { return [] }
        return Breach.when(change.expectedDischarge.isBefore(message.envelope.sent), at: "NyBeraknadUtskrivning")
    }

    static let ready = Rule(
        "W202",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 4 §, 3 kap. 1 §",
            text: LocalText(
                sv: "Patienten är redan bedömd som utskrivningsklar; en ny beräknad tidpunkt kan vilseleda mottagarna.",
                en: "The patient has already been assessed as ready; a new expected time may mislead the receivers."),
            remedy: LocalText(
                sv: "Har bedömningen ändrats, återta utskrivningsklar (M06); annars behövs inget meddelande.",
                en: "If the assessment has changed, withdraw the readiness (M06); otherwise no message is needed."))
    ) { message, context in
        let notices = context.caseFacts?.noticesInForce ?? []
        return Breach.when(notices.contains { $0.sent < message.envelope.sent }, at: "Kuvert/Arendeid")
    }
}
