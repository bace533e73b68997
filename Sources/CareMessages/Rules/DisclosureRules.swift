import Documents

/// E10, E11, E12 and W08–W11: what is disclosed, and with what right.
enum DisclosureRules {
    static let all = [otherPerson, ageOfBasis, extraData, consent, giverOfConsent, dutyAlone, beyondUnlistedDuty]

    static let otherPerson = Rule(
        "E10", severity: .warning,
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "Fri text innehåller ett personnummer som inte är patientens.",
                en: "Free text holds a person number that is not the patient's."),
            remedy: LocalText(
                sv: "Ta bort uppgifter om andra personer, eller kontrollera att de får lämnas ut.",
                en: "Remove data on other persons, or check that it may be disclosed."))
    ) { message, _ in
        guard let patient = message.patient else { return [] }
        return personNumbers(in: message, besides: Set(patient.identities.map { String($0.value.suffix(10)) }))
    }

    /// One breach for each free text that holds a person number, but for the numbers whose last ten digits are given.
    static func personNumbers(in message: CareMessage, besides own: Set<String> = []) -> [Breach] {
        message.freeTexts.filter { PersonNumberSearch.lastTen(in: $0.text).contains { !own.contains($0) } }.map { Breach($0.path) }
    }

    /// One breach for each free text that holds a name of the patient of the case, where the names are known. Whole words, whatever their
    /// case, in the genitive too.
    static func patientNames(in message: CareMessage, _ context: RuleContext) -> [Breach] {
        message.freeTexts.filter { NameSearch.finds(context.patientNames ?? [], in: $0.text) }.map { Breach($0.path) }
    }

    static let ageOfBasis = Rule(
        "E11",
        .init(
            law: "Offentlighets- och sekretesslagen (2009:400) 25 kap. 12 §, 26 kap. 9 §",
            text: LocalText(
                sv: "Grunden gäller bara den som inte fyllt 18 år när meddelandet skickas.",
                en: "The ground only holds for a person who is under 18 when the message is sent."),
            remedy: LocalText(
                sv: "Ange en annan grund, för den som fyllt 18 i regel eget samtycke.",
                en: "State another ground; from 18 usually the person's own consent."))
    ) { message, _ in
        guard let patient = message.patient, patient.birthDate.age(on: CalendarDay(message.envelope.sent)) >= 18 else { return [] }
        return message.envelope.legalBases.enumerated()
            .filter { [.under18FromCare, .under18FromSocialServices].contains($0.element.ground) }
            .map { Breach("Kuvert/RattsligGrund[\($0.offset + 1)]/Grund") }
    }

    /// That the duty bears the listed facts and no others is how we read the law; that Sluss refuses the rest is its own rule.
    static let extraData = Rule(
        "E12", types: MessageType.allCases.filter { $0.facts.duty == .listed },
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 2 §, offentlighets- och sekretesslagen (2009:400) 10 kap. 28 §",
            text: LocalText(
                sv: "Uppgiften går utöver dem som uppgiftsskyldigheten bär, och ingen annan grund anges.",
                en: "The data goes beyond what the duty bears, and no other ground is stated."),
            remedy: LocalText(sv: "Ta bort uppgiften eller ange den grund som bär den.", en: "Remove it or state the ground that bears it.")
        )
    ) { message, _ in
        beyondDuty(message)
    }

    static let consent = Rule(
        "W08",
        .init(
            law: "Offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §",
            text: LocalText(
                sv: "Grunden är samtycke, men meddelandet säger inte att samtycke finns.",
                en: "The ground is consent, but the message does not say that consent was given."),
            remedy: LocalText(
                sv: "Ange samtyckets läge, eller en grund som inte kräver samtycke.", en: "State the consent, or a ground that needs none.")
        )
    ) { message, _ in
        message.envelope.legalBases.enumerated()
            .filter { $0.element.ground == .samtycke && $0.element.consent != .yes }
            .map { Breach("Kuvert/RattsligGrund[\($0.offset + 1)]") }
    }

    /// Of age is who has turned 18: then consent is the person's own, whatever the guardians say.
    static let giverOfConsent = Rule(
        "W09",
        .init(
            law: "Föräldrabalken 6 kap. 2 §; offentlighets- och sekretesslagen (2009:400) 12 kap. 2–3 §§",
            text: LocalText(
                sv: "Samtycket är vårdnadshavares, men patienten har fyllt 18 år när meddelandet skickas.",
                en: "The consent is a guardian's, but the patient is 18 or over when the message is sent."),
            remedy: LocalText(sv: "Fråga patienten själv.", en: "Ask the patient in person."))
    ) { message, _ in
        guard let patient = message.patient, patient.birthDate.age(on: CalendarDay(message.envelope.sent)) >= 18 else { return [] }
        return message.envelope.legalBases.enumerated()
            .filter { [.firstGuardian, .secondGuardian].contains($0.element.consentGivenBy) }
            .map { Breach("Kuvert/RattsligGrund[\($0.offset + 1)]/Samtycke/LamnatAv") }
    }

    /// Types without patient data need no ground that lifts secrecy.
    static let dutyAlone = Rule(
        "W10", types: MessageType.allCases.filter { $0.facts.duty == .none && $0.facts.carriesPatient },
        .init(
            law: "Offentlighets- och sekretesslagen (2009:400) 10 kap. 28 §; lag (2017:612) 2–3 kap.", isReading: true,
            text: LocalText(
                sv: "Enda grund är uppgiftsskyldighet, men för den här meddelandetypen finns ingen ovillkorlig sådan.",
                en: "The only ground is a duty to inform, but for this type of message there is no unconditional one."),
            remedy: LocalText(
                sv: "Ange också den grund som bryter sekretessen, till exempel samtycke eller 25 kap. 12 § för den som är under 18 år.",
                en: "State as well the ground that lifts secrecy, such as consent or chapter 25 section 12 for a person under 18."))
    ) { message, _ in
        Breach.when(message.envelope.restsOnDutyAlone, at: "Kuvert/RattsligGrund")
    }

    static let beyondUnlistedDuty = Rule(
        "W11", types: MessageType.allCases.filter { $0.facts.duty == .unlisted },
        .init(
            law: "Offentlighets- och sekretesslagen (2009:400) 10 kap. 28 §", isReading: true,
            text: LocalText(
                sv: "Uppgiften går utöver vad uppgiftsskyldigheten säkert bär, och ingen annan grund anges.",
                en: "The data goes beyond what the duty surely bears, and no other ground is stated."),
            remedy: LocalText(sv: "Ange den grund som bär uppgiften.", en: "State the ground that bears it."))
    ) { message, _ in beyondDuty(message) }

    /// The rule that a type which no duty bears must state a ground: each type has its own id, provision and remedy.
    static func groundMissing(_ id: String, law: String, remedy: LocalText) -> Rule {
        Rule(
            id,
            .init(
                law: law,
                text: LocalText(
                    sv: "Ingen grund anges som kan bryta sekretessen: samtycke har nekats, eller grunden har inget lagrum.",
                    en: "No ground is stated that could lift secrecy: consent was refused, or the ground has no provision."),
                remedy: remedy)
        ) { message, _ in Breach.when(message.envelope.statesNoGround, at: "Kuvert/RattsligGrund") }
    }

    /// What cures it where a minor's ground may do.
    static let stateGround = LocalText(
        sv: "Ange den grund som bryter sekretessen, till exempel samtycke eller 25 kap. 12 § för den som är under 18 år.",
        en: "State the ground that lifts secrecy, such as consent or chapter 25 section 12 for a person under 18.")

    private static func beyondDuty(_ message: CareMessage) -> [Breach] {
        message.envelope.restsOnDutyAlone ? message.content.beyondDuty.map { Breach($0) } : []
    }
}
