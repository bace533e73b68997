import Documents

/// W12: who was told once is told what becomes of it.
enum ReceiverRules {
    static let all = [leftOut]

    /// A warning only: a unit may have left the matter in a way no message tells.
    static let leftOut = Rule(
        "W12",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 4 §, 3 kap. 1 §; patientdatalagen (2008:355) 3 kap. 14 §",
            text: LocalText(
                sv: "En enhet som fick meddelandet som ändras, återtas, ersätts eller följs upp får inte veta det.",
                en: "A unit that received the message which is changed, withdrawn, replaced or followed up is not told."),
            remedy: LocalText(
                sv: "Skicka till alla som fick det tidigare meddelandet och ännu är parter, eller ta bort parten ur ärendet (M24).",
                en: "Send it to all who received the earlier message and still take part, or remove the party from the case (M24)."))
    ) { message, context in
        guard let facts = context.caseFacts else { return [] }
        return Breach.when(
            forgets(message, facts, unitsOf: same(message, facts)) || forgetsOrganisation(message, facts), at: "Kuvert/Mottagare")
    }

    /// The messages whose receivers are those of this one, unit by unit: the one it replaces; for M02 and M06 the one they change.
    private static func same(_ message: CareMessage, _ facts: CaseFacts) -> [EarlierMessage] {
        let changes: Set<MessageType> = [.andradBeraknadUtskrivning, .atertagandeUtskrivningsklar]
        let envelope = message.envelope
        return [envelope.replaces?.messageID, changes.contains(message.type) ? envelope.refersTo : nil].compactMap { id in
            id.flatMap { facts.message($0, meantBy: envelope.sender.organisationsnummer) }
        }
    }

    private static func forgets(_ message: CareMessage, _ facts: CaseFacts, unitsOf earlier: [EarlierMessage]) -> Bool {
        let told = message.envelope.receivers.map(CaseEvent.Unit.init)
        return taking(earlier, message, facts).contains { unit in !told.contains(where: unit.isSameUnit) }
    }

    /// Readiness and the end of the stay go to every organisation that was told of the admission; within one, the unit may be another by then.
    private static func forgetsOrganisation(_ message: CareMessage, _ facts: CaseFacts) -> Bool {
        guard [.utskrivningsklar, .avslutVardtillfalle].contains(message.type) else { return false }
        let own = message.envelope.sender.organisationsnummer
        let told = Set(message.envelope.receivers.map(\.organisationsnummer))
        let admission = facts.active(.inskrivningsmeddelande).filter { $0.senderOrganisation == own }
        return !Set(taking(admission, message, facts).map(\.organisationsnummer)).isSubset(of: told)
    }

    /// Receivers of earlier messages that still take part and may have this type.
    private static func taking(_ earlier: [EarlierMessage], _ message: CareMessage, _ facts: CaseFacts) -> [CaseEvent.Unit] {
        let (parties, sender) = (facts.units, CaseEvent.Unit(message.envelope.sender))
        return earlier.flatMap(\.event.receivers).filter { unit in
            message.type.receiverRoles.contains(unit.role) && !unit.isSameUnit(sender)
                && (parties.isEmpty || parties.contains(where: unit.isSameUnit))
        }
    }
}
