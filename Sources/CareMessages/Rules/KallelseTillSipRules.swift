import Documents

/// The rules of M08 Kallelse till SIP.
enum KallelseTillSipRules {
    static let all = [
        wrongSender, meetingBeforeCall, compulsoryCare, meetingEndsFirst, late, noConsent, placingMunicipalityMissing, onePrincipal,
    ]

    /// The notice of readiness that the call refers to.
    private static func notice(_ message: CareMessage, _ context: RuleContext) -> EarlierMessage? {
        context.caseFacts?.earlier.first { $0.messageID == message.envelope.refersTo && $0.type == .utskrivningsklar }
    }

    static let wrongSender = Rule(
        "E801",
        .init(
            law: "Lag (2017:612) 4 kap. 3 §",
            text: LocalText(
                sv: "Kallelsen gäller en utskrivning men avsändaren är inte den fasta vårdkontakten i regional öppenvård.",
                en: "The call concerns a discharge but the sender is not the fast vårdkontakt of regional open care."),
            remedy: LocalText(
                sv: "Låt den fasta vårdkontakten kalla, eller ta bort hänvisningen om kallelsen inte gäller utskrivningen.",
                en: "Let the fast vårdkontakt call, or remove the reference if the call does not concern the discharge."))
    ) { message, context in
        guard notice(message, context) != nil else { return [] }
        return Breach.when(message.envelope.sender.role != .fastVardkontakt, at: "Kuvert/Avsandare/Roll")
    }

    static let meetingBeforeCall = Rule(
        "E802",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Mötet börjar innan kallelsen skickades.", en: "The meeting begins before the call was sent."),
            remedy: LocalText(sv: "Rätta mötestiden.", en: "Correct the time of the meeting."))
    ) { message, _ in
        guard let call = message.part(KallelseTillSip.self) else { return [] }
        return Breach.when(call.start < message.envelope.sent, at: "Motesstart")
    }

    static let compulsoryCare = Rule(
        "E803",
        .init(
            law: "Lag (2017:612) 4 kap. 1 § andra stycket; LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §",
            text: LocalText(
                sv: "Patienten får öppen tvångsvård; då görs samordnad vårdplan i stället för SIP.",
                en: "The patient is in compulsory open care; then a samordnad vårdplan is made instead of a SIP."),
            remedy: LocalText(
                sv: "Skicka underrättelsen om öppen tvångsvård med planen (M11).",
                en: "Send the notice of compulsory open care with the plan (M11)."))
    ) { message, context in
        let open: Set<Vardform> = [.opt, .orv]
        if let stated = message.part(KallelseTillSip.self)?.vardform { return Breach.when(open.contains(stated), at: "Vardform") }
        let latest = context.caseFacts?.earlier.last { !$0.isWithdrawn && $0.event.facts.vardform != nil }?.event.facts
        // What is only applied for may be refused, and what has ended no longer stands in the way.
        let isPending = [Decision.applied.rawValue, Decision.ended.rawValue].contains(latest?.status)
        return Breach.when(latest?.vardform.map(open.contains) == true && !isPending, at: "Kuvert/Arendeid")
    }

    private typealias Decision = UnderrattelseOppenTvangsvard.Decision

    static let meetingEndsFirst = Rule(
        "E804",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Mötet slutar innan det börjar.", en: "The meeting ends before it begins."),
            remedy: LocalText(sv: "Rätta någon av de två tidpunkterna.", en: "Correct one of the two times."))
    ) { message, _ in
        guard let call = message.part(KallelseTillSip.self) else { return [] }
        return Breach.when(call.end < call.start, at: "Motesslut")
    }

    /// A changed call is not late when the first was not; the first has been judged. That the day of the notice is not counted is our reading.
    static let late = Rule(
        "W801",
        .init(
            law: "Lag (2017:612) 4 kap. 3 §, 5 kap. 3 §", isReading: true,
            text: LocalText(
                sv: "Kallelsen skickades senare än tre dagar efter underrättelsen om utskrivningsklar.",
                en: "The call was sent later than three days after the notice of readiness for discharge."),
            remedy: LocalText(
                sv: "Skicka ändå. Betalningsansvaret kan bli ifrågasatt; anteckna orsaken till dröjsmålet.",
                en: "Send it all the same. Liability to pay may be disputed; note the reason for the delay."))
    ) { message, context in
        guard message.envelope.replaces == nil, let notice = notice(message, context),
            let told = context.caseFacts?.firstTold(notice.event)
        else { return [] }
        return Breach.when(CalendarDay(message.envelope.sent) > ReadinessLimits.callDay(noticeSent: told), at: "Kuvert/Skickad")
    }

    static let noConsent = Rule(
        "W802",
        .init(
            law: "Lag (2017:612) 4 kap. 2 §",
            text: LocalText(
                sv: "Samtycke till planen finns inte; planen får bara göras med samtycke.",
                en: "There is no consent to the plan; it may only be made with consent."),
            remedy: LocalText(
                sv: "Fråga efter samtycke före mötet; utan samtycke återtas kallelsen (M22).",
                en: "Ask for consent before the meeting; without consent the call is withdrawn (M22)."))
    ) { message, _ in
        guard let call = message.part(KallelseTillSip.self) else { return [] }
        return Breach.when(call.consent.state != .yes, at: "Samtycke/Samtyckesstatus")
    }

    static let placingMunicipalityMissing = Rule(
        "W803",
        .init(
            law: "Socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)", isReading: true,
            text: LocalText(
                sv: "Placeringskommunen är inte kallad, fast den ansvarar för barnets insatser.",
                en: "The placing municipality is not called, although it answers for the child's support."),
            remedy: LocalText(
                sv: "Kalla placeringskommunens socialtjänst; folkbokföringskommunen räcker inte.",
                en: "Call the placing municipality's social services; that of registration is not enough."))
    ) { message, context in
        guard let call = message.part(KallelseTillSip.self), let code = context.caseFacts?.placeringskommun else { return [] }
        let taking = call.invited.map(\.kommunkod) + [message.envelope.sender.kommunkod]
        return Breach.when(!taking.contains(code), at: "Kallad")
    }

    static let onePrincipal = Rule(
        "W804",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 4 kap. 1 §",
            text: LocalText(
                sv: "Färre än två huvudmän deltar; en SIP samordnar regionens och kommunens insatser.",
                en: "Fewer than two principals take part; a SIP coordinates what the region and the municipality do."),
            remedy: LocalText(
                sv: "Kalla den andra huvudmannen, och ange länskod eller kommunkod för varje kallad enhet.",
                en: "Call the other principal, and state the county or municipality code of each unit called."))
    ) { message, _ in
        guard let call = message.part(KallelseTillSip.self) else { return [] }
        let principals = (call.invited.map(\.principal) + [message.envelope.sender.principal]).compactMap { $0 }
        return Breach.when(Set(principals).count < 2, at: "Kallad")
    }
}
