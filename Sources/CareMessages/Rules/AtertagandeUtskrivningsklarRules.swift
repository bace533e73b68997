import Documents

/// The rules of M06 Återtagande av utskrivningsklar.
enum AtertagandeUtskrivningsklarRules {
    static let all = [notActive, callStands]

    static let notActive = Rule(
        "E601",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Underrättelsen som återtas gäller inte längre.",
                en: "The notice to be withdrawn is no longer in force."),
            remedy: LocalText(
                sv: "Hänvisa till den underrättelse som gäller; är ingen i kraft behövs inget återtagande.",
                en: "Refer to the notice in force; if none is, no withdrawal is needed."))
    ) { message, context in
        let own = message.envelope.sender.organisationsnummer
        let meant = context.caseFacts?.message(message.envelope.refersTo, meantBy: own)
        return Breach.when(meant?.isInForce == false, at: "Kuvert/RefererarTill")
    }

    static let callStands = Rule(
        "W601",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 4 kap. 3 §",
            text: LocalText(
                sv: "En kallelse till SIP står kvar fast patienten inte längre är utskrivningsklar.",
                en: "A call to the SIP stands although the patient is no longer ready for discharge."),
            remedy: LocalText(
                sv: "Kom överens om mötet ska hållas; planera annars på nytt.",
                en: "Agree whether to hold the meeting; otherwise plan again."))
    ) { message, context in
        let calls = context.caseFacts?.active(.kallelseTillSip) ?? []
        return Breach.when(calls.contains { $0.sent < message.envelope.sent }, at: "Kuvert/RefererarTill")
    }
}
