import Documents

/// The rules of M05 Underrättelse om utskrivningsklar.
enum UtskrivningsklarRules {
    static let all = [
        noAdmission, assessedAfterSending, assessedBeforeAdmission, alreadyActive, late, openCareUnavailable, payerMissing, contactMissing,
        contradiction,
    ]

    static let noAdmission = Rule(
        "E501",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 5 kap. 3 §",
            text: LocalText(sv: "Ärendet har inget inskrivningsmeddelande.", en: "The case has no notice of admission."),
            remedy: LocalText(
                sv: "Skicka inskrivningsmeddelandet först, i samma ärende.", en: "Send the notice of admission first, in the same case."))
    ) { _, context in
        guard let facts = context.caseFacts else { return [] }
        return Breach.when(!facts.earlier.contains { $0.type == .inskrivningsmeddelande }, at: "Kuvert/Arendeid")
    }

    static let assessedAfterSending = Rule(
        "E502",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 3 kap. 1 §",
            text: LocalText(
                sv: "Bedömningen är senare än tidpunkten då meddelandet skickades.", en: "The assessment is later than the time of sending."
            ),
            remedy: LocalText(
                sv: "Rätta bedömningstiden; underrättelsen kan inte föregå bedömningen.",
                en: "Correct the time of assessment; the notice cannot come before it."))
    ) { message, _ in
        guard let notice = message.utskrivningsklar else { return [] }
        return Breach.when(notice.assessed > message.envelope.sent, at: "Bedomningstid")
    }

    static let assessedBeforeAdmission = Rule(
        "E503",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 1 kap. 3 §",
            text: LocalText(sv: "Bedömningen är tidigare än inskrivningen.", en: "The assessment is earlier than the admission."),
            remedy: LocalText(
                sv: "Rätta bedömningstiden, eller hänvisa till rätt inskrivningsmeddelande.",
                en: "Correct the time of assessment, or refer to the right notice of admission."))
    ) { message, context in
        guard let notice = message.utskrivningsklar, let facts = context.caseFacts else { return [] }
        let admission = facts.earlier.first { $0.messageID == message.envelope.refersTo } ?? facts.active(.inskrivningsmeddelande).last
        guard let admitted = admission?.admitted else { return [] }
        return Breach.when(notice.assessed < admitted, at: "Bedomningstid")
    }

    static let alreadyActive = Rule(
        "E504",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 5 kap. 4 §",
            text: LocalText(
                sv: "En underrättelse om utskrivningsklar gäller redan i ärendet.",
                en: "A notice of readiness for discharge is already in force in the case."),
            remedy: LocalText(
                sv: "Återta den gällande underrättelsen (M06) innan en ny skickas.",
                en: "Withdraw the notice in force (M06) before sending a new one."))
    ) { message, context in
        let active = context.caseFacts?.active(.utskrivningsklar) ?? []
        return Breach.when(active.contains { $0.messageID != message.envelope.replaces?.messageID }, at: "Kuvert/Arendeid")
    }

    static let late = Rule(
        "W501",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 3 kap. 1 § (så snart som möjligt)",
            text: LocalText(
                sv: "Underrättelsen skickades mer än fyra timmar efter bedömningen.",
                en: "The notice was sent more than four hours after the assessment."),
            remedy: LocalText(
                sv: "Skicka ändå; tiden för betalningsansvar räknas från när den skickades.",
                en: "Send it all the same; the time of liability counts from when it was sent."))
    ) { message, context in
        guard let notice = message.utskrivningsklar, let told = context.firstTold(message) else { return [] }
        return Breach.when(told.elapsed(since: notice.assessed) > .seconds(4 * 3_600), at: "Bedomningstid")
    }

    static let openCareUnavailable = Rule(
        "W502",
        .init(
            law: "Lag (2017:612) 5 kap. 5 §",
            text: LocalText(
                sv: "Öppenvårdens insatser är inte bekräftat tillgängliga; då inträder inte betalningsansvaret.",
                en: "The services of open care are not confirmed as available; then liability to pay does not begin."),
            remedy: LocalText(
                sv: "Ordna öppenvårdens insatser och meddela när de är tillgängliga (M07).",
                en: "Arrange the services of open care and tell when they are available (M07)."))
    ) { message, _ in
        guard let notice = message.utskrivningsklar else { return [] }
        return Breach.when(notice.openCareAvailable != .yes, at: "OppenvardTillganglig")
    }

    static let payerMissing = Rule(
        "W503",
        .init(
            law: "Lag (2017:612) 5 kap. 2–3 §§",
            text: LocalText(
                sv: "Folkbokföringskommunen är inte mottagare; utan underrättelse inträder inte dess betalningsansvar.",
                en: "The municipality of registration is no receiver; without notice its liability to pay does not begin."),
            remedy: LocalText(
                sv: "Lägg till folkbokföringskommunen om dess insatser behövs.",
                en: "Add the municipality of registration if its services are needed."))
    ) { message, _ in
        guard let code = message.patient?.folkbokforingskommun else { return [] }
        return Breach.when(!message.envelope.receiverKommunkoder.contains(code), at: "Patient/Folkbokforingskommun")
    }

    static let contactMissing = Rule(
        "W504",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 5 §",
            text: LocalText(
                sv: "Öppenvården fick inskrivningsmeddelandet, men har inte sagt vem som är fast vårdkontakt.",
                en: "Open care received the notice of admission, but has not said who is the fast vårdkontakt."),
            remedy: LocalText(
                sv: "Fråga öppenvården; kontakten ska vara utsedd före utskrivningen, och det är den som kallar till SIP.",
                en: "Ask open care; the contact shall be appointed before discharge, and is the one who calls to the SIP."))
    ) { message, context in
        guard let facts = context.caseFacts,
            let admission = facts.active(.inskrivningsmeddelande).last(where: { $0.messageID == message.envelope.refersTo })
        else { return [] }
        let isOpenCareTold = admission.event.receivers.contains { Roll.regionalOpenCare.contains($0.role) }
        return Breach.when(isOpenCareTold && facts.active(.fastVardkontaktUtsedd).isEmpty, at: "Kuvert/Arendeid")
    }

    /// The same contradiction as W701, when the statement came first.
    static let contradiction = Rule(
        "W505",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 5 kap. 5 §",
            text: LocalText(
                sv: "Underrättelsen säger annat än öppenvårdens senaste besked om tillgänglighet.",
                en: "The notice says otherwise than open care's latest statement on its availability."),
            remedy: LocalText(
                sv: "Stäm av med öppenvården; tillgängligheten avgör om betalningsansvaret kan inträda.",
                en: "Agree with open care; the availability decides whether liability to pay can begin."))
    ) { message, context in
        guard let notice = message.utskrivningsklar,
            let stated = context.caseFacts?.active(.oppenvardensTillganglighet).last?.event.facts.openCareAvailable
        else { return [] }
        return Breach.when(stated != notice.openCareAvailable, at: "OppenvardTillganglig")
    }
}
