import Documents

/// E06, E07, E08: the message and its case. All but a missing reference need `RuleContext.caseFacts`.
enum CaseRules {
    static let all = [reference, closed, stranger]

    static let reference = Rule(
        "E06",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 5 kap. 3 §",
            text: LocalText(
                sv: "Hänvisningen till ett tidigare meddelande saknas eller leder fel.",
                en: "The reference to an earlier message is missing or leads astray."),
            remedy: LocalText(
                sv: "Hänvisa till meddelandet i samma ärende och om samma patient.",
                en: "Refer to the message in the same case and about the same patient."))
    ) { message, context in
        let path = "Kuvert/RefererarTill"
        if case .required = message.type.facts.reference, message.envelope.refersTo == nil { return [Breach(path, missing)] }
        guard let facts = context.caseFacts else { return [] }
        return wrong(message.envelope.refersTo, at: path, message, facts)
            + wrong(message.envelope.replaces?.messageID, at: "Kuvert/Ersatter/Meddelandeid", message, facts)
    }

    private static func wrong(_ id: String?, at path: String, _ message: CareMessage, _ facts: CaseFacts) -> [Breach] {
        guard let id else { return [] }
        guard let earlier = facts.message(id, meantBy: message.envelope.sender.organisationsnummer) else {
            // Without any M01 in the case, E501 says what is missing.
            let isSaidByE501 = message.type == .utskrivningsklar && !facts.earlier.contains { $0.type == .inskrivningsmeddelande }
            return isSaidByE501 ? [] : [Breach(path, unknown)]
        }
        if message.patient != nil && earlier.type.facts.carriesPatient && !earlier.isSamePatient { return [Breach(path, otherPatient)] }
        let isReplacement = path != "Kuvert/RefererarTill"
        let allowed = isReplacement ? [message.type] : message.type.facts.reference.types
        return Breach.when(!allowed.contains(earlier.type), at: path).map { Breach($0.path, otherType) }
    }

    private static let missing = LocalText(
        sv: "Typen ska hänvisa till ett tidigare meddelande, men hänvisning saknas.",
        en: "The type must refer to an earlier message, but has no reference.")
    private static let unknown = LocalText(sv: "Meddelandet som avses finns inte i ärendet.", en: "The message meant is not in the case.")
    private static let otherPatient = LocalText(
        sv: "Meddelandet som avses gäller en annan patient.", en: "The message meant is about another patient.")
    private static let otherType = LocalText(
        sv: "Meddelandet som avses är av en typ som det här inte får hänvisa till eller ersätta.",
        en: "The message meant is of a type that this one may not refer to or replace.")

    /// Receipts cross with withdrawals; a wrong discharge must be annulled and failures reported after the case has ended.
    private static let aboutAnyState: Set<MessageType> = [.makulering, .kvittens, .avvikelse]

    static let closed = Rule(
        "E07",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Ärendet är avslutat, eller meddelandet som avses är återtaget.",
                en: "The case is closed, or the message meant has been withdrawn."),
            remedy: LocalText(
                sv: "Börja ett nytt ärende, eller hänvisa till det gällande meddelandet.",
                en: "Begin a new case, or refer to the message in force."))
    ) { message, context in
        guard let facts = context.caseFacts, !aboutAnyState.contains(message.type) else { return [] }
        if facts.isClosed && CaseFold.closedTo.contains(message.type) { return [Breach("Kuvert/Arendeid")] }
        let meant = facts.message(message.envelope.refersTo, meantBy: message.envelope.sender.organisationsnummer)
        return Breach.when(meant?.isWithdrawn == true, at: "Kuvert/RefererarTill")
    }

    static let stranger = Rule(
        "E08",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(sv: "Avsändaren är inte part i ärendet.", en: "The sender is no party of the case."),
            remedy: LocalText(
                sv: "Be ärendets ägare lägga till parten (M24), eller börja ett eget ärende.",
                en: "Ask the owner of the case to add the party (M24), or begin a case of your own."))
    ) { message, context in
        guard let facts = context.caseFacts else { return [] }
        let (parties, path) = (facts.knownParties, "Kuvert/Avsandare/Organisationsnummer")
        let (organisation, refersTo) = (message.envelope.sender.organisationsnummer, message.envelope.refersTo)
        if !parties.isEmpty && !parties.contains(organisation) {
            return Breach.when(message.type != .kvittens || !facts.wasPassedOn(refersTo, to: organisation), at: path)
        }
        guard !aboutAnyState.contains(message.type), facts.isReadOnly(CaseEvent.Unit(message.envelope.sender)) else { return [] }
        return [
            Breach(
                path,
                LocalText(sv: "Parten får bara läsa och kvittera i ärendet.", en: "The party may only read and acknowledge in the case."))
        ]
    }
}
