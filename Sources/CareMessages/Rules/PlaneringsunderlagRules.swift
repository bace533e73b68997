import Documents

/// The rules of M04 Planeringsunderlag.
enum PlaneringsunderlagRules {
    static let all = [basisMissing, late]

    static let basisMissing = DisclosureRules.groundMissing(
        "E401",
        law: "Offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §, 25 kap. 1 §, 26 kap. 1 §; lag (2017:612) 2 kap. 6 §",
        remedy: DisclosureRules.stateGround)

    static let late = Rule(
        "W401",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 6 §",
            text: LocalText(
                sv: "Det första planeringsunderlaget skickades mer än 48 timmar efter inskrivningsmeddelandet.",
                en: "The first material for planning was sent more than 48 hours after the notice of admission."),
            remedy: LocalText(
                sv: "Skicka ändå, och kontrollera att planeringen har börjat.",
                en: "Send it all the same, and check that planning has begun."))
    ) { message, context in
        guard let facts = context.caseFacts, let admission = facts.active(.inskrivningsmeddelande).last else { return [] }
        let isFirst = !facts.earlier.contains { $0.type == .planeringsunderlag && $0.sent < message.envelope.sent }
        return Breach.when(
            isFirst
                && message.envelope.sent.elapsed(since: facts.firstTold(admission.event) ?? message.envelope.sent) > .seconds(48 * 3_600),
            at: "Kuvert/Skickad")
    }
}
