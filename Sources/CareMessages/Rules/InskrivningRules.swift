import Documents

/// The rules of M01 Inskrivningsmeddelande.
enum InskrivningRules {
    static let all = [dischargeFirst, openCareMissing, municipalityMissing, twoOpen, late, placementUnknown, payerMissing, farAway]

    static let dischargeFirst = Rule(
        "E101",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 2 §",
            text: LocalText(sv: "Beräknad utskrivning ligger före inskrivningen.", en: "The expected discharge is before the admission."),
            remedy: LocalText(sv: "Rätta någon av de två tidpunkterna.", en: "Correct one of the two times."))
    ) { message, _ in
        guard let notice = message.inskrivningsmeddelande else { return [] }
        return Breach.when(notice.expectedDischarge.isBefore(notice.admitted), at: "BeraknadUtskrivning")
    }

    static let openCareMissing = Rule(
        "E102",
        .init(
            law: "Lag (2017:612) 2 kap. 1 §",
            text: LocalText(
                sv: "Kommunal hälso- och sjukvård behövs, men regional öppenvård är inte mottagare.",
                en: "Municipal health care is needed, but regional open care is no receiver."),
            remedy: LocalText(
                sv: "Lägg till den berörda enheten i regionens öppna vård som mottagare.",
                en: "Add the unit concerned of the region's open care as a receiver."))
    ) { message, _ in
        guard message.inskrivningsmeddelande?.needs.contains(.kommunalHSL) == true else { return [] }
        return Breach.when(!message.envelope.receivers.contains { Roll.regionalOpenCare.contains($0.role) }, at: "BedomtBehov")
    }

    static let municipalityMissing = Rule(
        "E103",
        .init(
            law: "Lag (2017:612) 2 kap. 1 §",
            text: LocalText(
                sv: "Kommunens insatser behövs, men ingen enhet i en kommun är mottagare.",
                en: "A municipality's services are needed, but no municipal unit is a receiver."),
            remedy: LocalText(
                sv: "Lägg till kommunens socialtjänst eller hälso- och sjukvård som mottagare.",
                en: "Add the municipality's social services or health care as a receiver."))
    ) { message, _ in
        guard message.inskrivningsmeddelande?.needsMunicipality == true else { return [] }
        return Breach.when(!message.envelope.receivers.contains { Roll.municipal.contains($0.role) }, at: "BedomtBehov")
    }

    /// In another case the ward decides; within one case there is one admission, whatever the ward: a second has no effect there.
    static let twoOpen = Rule(
        "E104",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Ett inskrivningsmeddelande är redan öppet för patienten på avdelningen.",
                en: "A notice of admission is already open for the patient on the ward."),
            remedy: LocalText(
                sv: "Ersätt det öppna meddelandet, eller avsluta det vårdtillfället först.",
                en: "Replace the open message, or close that admission first."))
    ) { message, context in
        let (own, replaced) = (message.envelope.sender.organisationsnummer, message.envelope.replaces?.messageID)
        let inCase = context.caseFacts?.active(.inskrivningsmeddelande) ?? []
        if inCase.contains(where: { $0.senderOrganisation == own && $0.messageID != replaced }) {
            return [Breach("Kuvert/Arendeid", inUse)]
        }
        return Breach.when(context.caseFacts?.hasOpenAdmission == true && replaced == nil, at: "Avdelning")
    }

    private static let inUse = LocalText(
        sv: "Ärendet har redan ett inskrivningsmeddelande som gäller; det nya skulle inte få någon verkan.",
        en: "The case already has a notice of admission in force; the new one would have no effect.")

    static let late = Rule(
        "W101",
        .init(
            law: "Lag (2017:612) 2 kap. 3 §, 5 kap. 3 §",
            text: LocalText(
                sv: "Meddelandet skickades mer än 24 timmar efter inskrivningen eller bedömningen.",
                en: "The message was sent more than 24 hours after admission or assessment."),
            remedy: LocalText(
                sv: "Skicka ändå. Betalningsansvaret kan bli ifrågasatt; anteckna orsaken till dröjsmålet.",
                en: "Send it all the same. Liability to pay may be disputed; note the reason for the delay."))
    ) { message, context in
        guard let notice = message.inskrivningsmeddelande, let told = context.firstTold(message) else { return [] }
        return Breach.when(told.elapsed(since: notice.clockStart) > .seconds(86_400), at: "Kuvert/Skickad")
    }

    static let placementUnknown = Rule(
        "W102",
        .init(
            law: "Slussens regel; jämför socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)",
            text: LocalText(
                sv: "Patienten är under 21 år och det framgår inte om hen är placerad.",
                en: "The patient is under 21 and the message does not say whether they are placed."),
            remedy: LocalText(
                sv: "Ta reda på placeringskommunen; folkbokföringskommunen är ofta inte den som ansvarar.",
                en: "Find out the placing municipality; that of registration is often not the responsible one."))
    ) { message, _ in
        guard let notice = message.inskrivningsmeddelande, let patient = message.patient,
            patient.birthDate.age(on: CalendarDay(message.envelope.sent)) < 21
        else {
            return []
        }
        return Breach.when(notice.placering == nil || notice.placering?.state == .unknown, at: "Placering")
    }

    static let payerMissing = Rule(
        "W103",
        .init(
            law: "Lag (2017:612) 5 kap. 2–3 §§",
            text: LocalText(
                sv: "Folkbokföringskommunen är inte mottagare; utan underrättelse inträder inte dess betalningsansvar.",
                en: "The municipality of registration is no receiver; without notice its liability to pay does not begin."),
            remedy: LocalText(
                sv: "Lägg till folkbokföringskommunen om dess insatser kan behövas.",
                en: "Add the municipality of registration if its services may be needed."))
    ) { message, _ in
        guard message.inskrivningsmeddelande?.needsMunicipality == true, let code = message.patient?.folkbokforingskommun else { return [] }
        return Breach.when(!message.envelope.receiverKommunkoder.contains(code), at: "Patient/Folkbokforingskommun")
    }

    static let farAway = Rule(
        "W104",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 2 §",
            text: LocalText(
                sv: "Beräknad utskrivning ligger mer än 180 dagar efter inskrivningen.",
                en: "The expected discharge is more than 180 days after the admission."),
            remedy: LocalText(sv: "Kontrollera årtalet.", en: "Check the year."))
    ) { message, _ in
        guard let notice = message.inskrivningsmeddelande else { return [] }
        return Breach.when(notice.expectedDischarge.day > CalendarDay(notice.admitted).adding(days: 180), at: "BeraknadUtskrivning")
    }
}
