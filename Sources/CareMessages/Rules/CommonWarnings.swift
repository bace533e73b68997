import Documents

/// W01–W03 and W13: warnings that hold for every type, or for all that open a case.
enum CommonWarnings {
    static let all = [late, municipality, receipt, rivalOpening]

    static let late = Rule(
        "W01",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 3 §, 3 kap. 1 §",
            text: LocalText(
                sv: "Mer än 24 timmar har gått sedan meddelandet enligt Skickad skickades.",
                en: "More than 24 hours have passed since the message was sent by its own account (Skickad)."),
            remedy: LocalText(
                sv: "Ring mottagaren om brådskande uppgifter och ta reda på var meddelandet dröjde.",
                en: "Telephone the receiver about urgent matters and find out where the message was delayed."))
    ) { message, context in
        guard let receivedAt = context.receivedAt else { return [] }
        return Breach.when(receivedAt.elapsed(since: message.envelope.sent) > .seconds(86_400), at: "Kuvert/Skickad")
    }

    static let municipality = Rule(
        "W02",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 2 §, 5 kap. 2 §",
            text: LocalText(
                sv: "Folkbokföringsadressen ligger i en annan kommun än den angivna folkbokföringskommunen.",
                en: "The registered address lies in another municipality than the one stated."),
            remedy: LocalText(
                sv: "Hämta båda uppgifterna ur folkbokföringen; kommunen avgör vem som betalar.",
                en: "Fetch both from the population register; the municipality decides who pays."))
    ) { message, _ in
        guard case .address(let address)? = message.patient?.address, let code = address.kommunkod,
            let stated = message.patient?.folkbokforingskommun
        else { return [] }
        return Breach.when(code != stated, at: "Patient/Folkbokforingsadress/AdressKommunkod")
    }

    /// What did not come, no message tells: the time limit does.
    static let receipt = Rule(
        "W03", watchedAs: .verksamhetskvittens,
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Ingen verksamhetskvittens har kommit inom överenskommen tid.",
                en: "No business receipt has come within the agreed time."),
            remedy: LocalText(
                sv: "Ring mottagaren och kontrollera att någon har läst meddelandet.",
                en: "Telephone the receiver and check that somebody has read the message.")))

    /// A warning and never a refusal: `Skickad` is the sender's own word, so nobody can tell which of the two began the case.
    static let rivalOpening = Rule(
        "W13", types: CaseOwners.certainOpeners,
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "En annan organisation har redan öppnat ett ärende med samma id; vem av dem som äger det går inte att avgöra.",
                en: "Another organisation has already opened a case with the same id; which of them owns it cannot be told."),
            remedy: LocalText(
                sv:
                    "Kontrollera med båda. Den som började ett eget ärende skickar det på nytt med ett nytt ärendeid och makulerar det här.",
                en: "Check with both. Who began a case of their own sends it again under a new case id and withdraws this one."))
    ) { message, context in
        guard message.envelope.refersTo == nil else { return [] }
        let openers = context.caseFacts?.owners.organisations ?? context.caseOpeners
        return Breach.when(!openers.subtracting([message.envelope.sender.organisationsnummer]).isEmpty, at: "Kuvert/Arendeid")
    }
}
