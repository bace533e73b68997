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
        let (same, admissions) = (same(message, facts), admissions(message, facts))
        guard !same.isEmpty || !admissions.isEmpty else { return [] }
        let (told, taking) = (message.envelope.receivers.map(CaseEvent.Unit.init), receivers(message, facts))
        let isForgotten =
            taking(same).contains { unit in !told.contains(where: unit.isSameUnit) }
            || !Set(taking(admissions).map(\.organisationsnummer)).isSubset(of: told.map(\.organisationsnummer))
        return Breach.when(isForgotten, at: "Kuvert/Mottagare")
    }

    /// The messages whose receivers are those of this one, unit by unit: the one it replaces; for M02 and M06 the one they change.
    private static func same(_ message: CareMessage, _ facts: CaseFacts) -> [EarlierMessage] {
        let changes: Set<MessageType> = [.andradBeraknadUtskrivning, .atertagandeUtskrivningsklar]
        let envelope = message.envelope
        return [envelope.replaces?.messageID, changes.contains(message.type) ? envelope.refersTo : nil].compactMap { id in
            id.flatMap { facts.message($0, meantBy: envelope.sender.organisationsnummer) }
        }
    }

    /// Readiness and the end of the stay go to every organisation that was told of the admission; within one, the unit may be another by then.
    private static func admissions(_ message: CareMessage, _ facts: CaseFacts) -> [EarlierMessage] {
        guard [.utskrivningsklar, .avslutVardtillfalle].contains(message.type) else { return [] }
        return facts.active(.inskrivningsmeddelande).filter { $0.senderOrganisation == message.envelope.sender.organisationsnummer }
    }

    /// Those receivers of earlier messages that still take part and may have this type.
    private static func receivers(_ message: CareMessage, _ facts: CaseFacts) -> ([EarlierMessage]) -> [CaseEvent.Unit] {
        let (parties, sender, roles) = (facts.units, CaseEvent.Unit(message.envelope.sender), message.type.receiverRoles)
        return { earlier in
            earlier.flatMap(\.event.receivers).filter { unit in
                roles.contains(unit.role) && !unit.isSameUnit(sender) && (parties.isEmpty || parties.contains(where: unit.isSameUnit))
            }
        }
    }
}
