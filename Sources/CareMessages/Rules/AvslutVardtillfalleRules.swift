import Documents

/// The rules of M13 Avslut av vårdtillfälle.
enum AvslutVardtillfalleRules {
    static let all = [notReady, informationMissing]

    static let notReady = Rule(
        "E1301",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 3 kap. 1 §",
            text: LocalText(
                sv: "Patienten skrivs ut utan att någon underrättelse om utskrivningsklar gäller i ärendet.",
                en: "The patient is discharged while no notice of readiness for discharge is in force in the case."),
            remedy: LocalText(
                sv: "Skicka underrättelsen först (M05), eller ange hur vårdtillfället annars slutade.",
                en: "Send the notice first (M05), or state how else the admission ended."))
    ) { message, context in
        guard let facts = context.caseFacts, message.part(AvslutVardtillfalle.self)?.kind == .discharged else { return [] }
        return Breach.when(facts.noticesInForce.isEmpty, at: "Avslutsform")
    }

    static let informationMissing = Rule(
        "W1301",
        .init(
            law: "Lag (2017:612) 3 kap. 2 §",
            text: LocalText(
                sv: "Ingen utskrivningsinformation har skickats på utskrivningsdagen.",
                en: "No discharge information has been sent on the day of discharge."),
            remedy: LocalText(
                sv: "Skicka utskrivningsinformationen (M12) före dygnets slut.",
                en: "Send the discharge information (M12) before the day ends."))
    ) { message, context in
        guard let facts = context.caseFacts, let content = message.part(AvslutVardtillfalle.self),
            AdmissionLimits.needsInformation(content.kind)
        else { return [] }
        let day = CalendarDay(content.ended)
        return Breach.when(!facts.active(.utskrivningsinformation).contains { CalendarDay($0.sent) <= day }, at: "Avslutad")
    }
}
