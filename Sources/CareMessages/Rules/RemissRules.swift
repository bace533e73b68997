import Documents

/// The rules of M17 Remiss.
enum RemissRules {
    static let all = [emptyQuestion, urgentUnconfirmed, noReplyAddress, notLicensed]

    static let emptyQuestion = Rule(
        "E1701",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Remissen har ingen frågeställning.", en: "The referral asks nothing."),
            remedy: LocalText(sv: "Skriv vad mottagaren ska svara på.", en: "Write what the receiver is asked to answer."))
    ) { message, _ in
        Breach.when(message.remiss?.question.allSatisfy(\.isWhitespace) == true, at: "Fragestallning")
    }

    static let urgentUnconfirmed = Rule(
        "E1702",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "En akut remiss skickas utan att mottagaren bekräftat den på telefon.",
                en: "An urgent referral is sent without the receiver's confirmation by telephone."),
            remedy: LocalText(
                sv: "Ring mottagaren och ange sedan Telefonbekraftad.", en: "Telephone the receiver, then state Telefonbekraftad."))
    ) { message, _ in
        guard let referral = message.remiss else { return [] }
        return Breach.when(referral.priority == .urgent && !referral.isConfirmedByPhone, at: "Prioritet")
    }

    static let noReplyAddress = Rule(
        "E1703",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Remissen säger inte vart svaret ska.", en: "The referral does not say where the answer shall go."),
            remedy: LocalText(sv: "Ange Svarsadress i kuvertet.", en: "State Svarsadress in the envelope."))
    ) { message, _ in
        Breach.when(message.envelope.replyTo == nil, at: "Kuvert/Svarsadress")
    }

    static let notLicensed = Rule(
        "W1701",
        .init(
            law: "Slussens regel; jämför patientsäkerhetslagen (2010:659) 4 kap.",
            text: LocalText(
                sv: "Remittenten är inte legitimerad (egenremiss eller remiss från socialtjänst).",
                en: "The referrer is not licensed (a referral of one's own or from social services)."),
            remedy: LocalText(sv: "Skicka om mottagaren tar emot sådana remisser.", en: "Send it if the receiver accepts such referrals."))
    ) { message, _ in
        Breach.when(message.remiss?.referrer.isLicensed == false, at: "Remittent/Legitimerad")
    }
}
