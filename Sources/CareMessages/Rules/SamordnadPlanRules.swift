import Documents

/// The rules of M10 Samordnad individuell plan.
enum SamordnadPlanRules {
    static let all = [noResponsibleUnit, notConfirmed, noConsent, noFollowUp]

    static let noResponsibleUnit = Rule(
        "E1001",
        .init(
            law:
                "Slussens regel; jämför hälso- och sjukvårdslagen (2017:30) 16 kap. 4 § och socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025)",
            text: LocalText(sv: "En insats i planen har ingen ansvarig enhet.", en: "No unit answers for an insats of the plan."),
            remedy: LocalText(sv: "Ange AnsvarigEnhet för varje insats.", en: "State AnsvarigEnhet for each insats."))
    ) { message, _ in
        (message.part(SamordnadPlan.self)?.plan.insatserWithoutUnit(in: "Plan") ?? []).map { Breach($0) }
    }

    static let notConfirmed = Rule(
        "E1002",
        .init(
            law: "Slussens regel; jämför för samordnad vårdplan LPT (1991:1128) 7 a § och LRV (1991:1129) 12 a §",
            text: LocalText(
                sv: "Planen sägs vara justerad, men en ansvarig enhet har inte justerat den.",
                en: "The plan is said to be confirmed, but a unit that answers for an insats has not confirmed it."),
            remedy: LocalText(
                sv: "Skicka planen som utkast tills varje ansvarig enhet justerat.",
                en: "Send the plan as a draft until each unit has confirmed it."))
    ) { message, _ in
        guard let plan = message.part(SamordnadPlan.self), plan.status == .confirmed else { return [] }
        return plan.plan.unconfirmedUnits(in: "Plan").map { Breach($0) }
    }

    /// 4 kap. 2 § asks for consent to a SIP. The plan of compulsory open care is made whether the patient consents or not (4 kap. 1 § andra
    /// stycket); for other plans the parties say whether consent is needed.
    static let noConsent = Rule(
        "E1003",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 4 kap. 2 §",
            text: LocalText(
                sv: "Samtycke till planen finns inte; en SIP får bara göras med samtycke.",
                en: "There is no consent to the plan; a SIP may only be made with consent."),
            remedy: LocalText(
                sv:
                    "Inhämta samtycke innan planen skickas. SPLPTLRV kräver inget; för andra planer än SIP och SPU kan EJ_KRAVS anges.",
                en:
                    "Obtain consent before the plan is sent. SPLPTLRV needs none; for other plans than SIP and SPU, EJ_KRAVS may be stated."
            ))
    ) { message, _ in
        guard let plan = message.part(SamordnadPlan.self), plan.kind != .compulsoryCare else { return [] }
        let isFree = ![.individual, .discharge].contains(plan.kind) && plan.consent.state == .notNeeded
        return Breach.when(plan.consent.state != .yes && !isFree, at: "Samtycke/Samtyckesstatus")
    }

    static let noFollowUp = Rule(
        "W1001",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Planen säger inte när den följs upp.", en: "The plan does not say when it is followed up."),
            remedy: LocalText(sv: "Ange Uppfoljningsdatum.", en: "State Uppfoljningsdatum."))
    ) { message, _ in
        guard let plan = message.part(SamordnadPlan.self), plan.status != .ended else { return [] }
        return Breach.when(plan.followUp == nil, at: "Uppfoljningsdatum")
    }
}
