import Documents

/// The rules of M11 Underrättelse om öppen tvångsvård med samordnad vårdplan.
enum UnderrattelseOppenTvangsvardRules {
    static let all = [voluntaryCare, noResponsibleUnit, municipalityUnconfirmed, noPlan]

    private static let law = "LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket"

    static let voluntaryCare = Rule(
        "E1101",
        .init(
            law: "Lag (2017:612) 4 kap. 1 § andra stycket; LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §",
            text: LocalText(
                sv: "Vårdformen är frivillig vård (HSL); underrättelsen gäller bara tvångsvård.",
                en: "The form of care is voluntary (HSL); the notice is for compulsory care only."),
            remedy: LocalText(
                sv: "Rätta vårdformen, eller skicka underrättelse om utskrivningsklar (M05) och kallelse till SIP (M08).",
                en: "Correct the form of care, or send a notice of readiness (M05) and a call to SIP (M08)."))
    ) { message, _ in
        Breach.when(message.part(UnderrattelseOppenTvangsvard.self)?.vardform == .hsl, at: "Vardform")
    }

    static let noResponsibleUnit = Rule(
        "E1102",
        .init(
            law: "Slussens regel; jämför LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §",
            text: LocalText(sv: "En insats i vårdplanen har ingen ansvarig enhet.", en: "No unit answers for an insats of the care plan."),
            remedy: LocalText(sv: "Ange AnsvarigEnhet för varje insats.", en: "State AnsvarigEnhet for each insats."))
    ) { message, _ in
        (message.part(UnderrattelseOppenTvangsvard.self)?.plan?.insatserWithoutUnit(in: "Plan") ?? []).map { Breach($0) }
    }

    static let municipalityUnconfirmed = Rule(
        "W1101",
        .init(
            law: law,
            text: LocalText(
                sv: "Kommunen har inte justerat vårdplanen; den är upprättad först när enheterna justerat den.",
                en: "The municipality has not confirmed the care plan; it is established only when the units have confirmed it."),
            remedy: LocalText(
                sv: "Låt kommunens ansvariga enheter justera planen och skicka den på nytt.",
                en: "Let the municipality's units confirm the plan, and send it again."))
    ) { message, _ in
        guard let notice = message.part(UnderrattelseOppenTvangsvard.self), let plan = notice.plan, notice.decision != .ended else {
            return []
        }
        let isMunicipal = { (unit: ConcernedUnit) in Roll.municipal.contains(unit.role) }
        let unconfirmed = plan.unconfirmedUnits(in: "Plan", where: isMunicipal)
        let hasNone = !plan.confirmations.contains { isMunicipal($0.unit) }
        return unconfirmed.isEmpty ? Breach.when(hasNone, at: "Plan") : unconfirmed.map { Breach($0) }
    }

    /// Only a warning: the plan is made where it is needed, and nothing may hold back the notice of the decision.
    static let noPlan = Rule(
        "W1102",
        .init(
            law: "Lag (2017:612) 4 kap. 1 § andra stycket; LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §", isReading: true,
            text: LocalText(
                sv: "Den samordnade vårdplanen saknas.", en: "The samordnade vårdplan is missing."),
            remedy: LocalText(
                sv: "Skicka ändå, och skicka planen (M10, SPLPTLRV) när den är upprättad, om en sådan behövs.",
                en: "Send it all the same, and send the plan (M10, SPLPTLRV) when it has been drawn up, if one is needed."))
    ) { message, _ in
        guard let notice = message.part(UnderrattelseOppenTvangsvard.self), notice.decision != .ended else { return [] }
        return Breach.when(notice.plan == nil, at: "Plan")
    }
}
