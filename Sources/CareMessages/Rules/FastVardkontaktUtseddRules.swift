import Documents

/// The rules of M03 Fast vårdkontakt utsedd.
enum FastVardkontaktUtseddRules {
    static let all = [notReceiver]

    static let notReceiver = Rule(
        "E301",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 5 §",
            text: LocalText(
                sv: "Enheten har inte fått inskrivningsmeddelandet.",
                en: "The unit has not received the notice of admission."),
            remedy: LocalText(
                sv: "Ange den enhet som fick meddelandet, eller be ärendets ägare lägga till enheten (M24).",
                en: "State the unit that received it, or ask the owner of the case to add the unit (M24)."))
    ) { message, context in
        guard let content = message.part(FastVardkontaktUtsedd.self), let facts = context.caseFacts,
            let admission = facts.earlier.first(where: { $0.messageID == message.envelope.refersTo }),
            admission.type == .inskrivningsmeddelande
        else { return [] }
        let own = Set([content.unit.hsaID, CaseEvent.Unit(message.envelope.sender).address])
        let added = facts.active(.andradPart).flatMap { $0.event.facts.partyChanges ?? [] }.map(\.unit)
        return Breach.when(
            !(admission.event.receivers + added).contains { isMeant($0, by: own, of: message.envelope.sender.organisationsnummer) },
            at: "Enhet/HsaId")
    }

    /// A functional address names no unit; then the organisation and a role of open care must do.
    private static func isMeant(_ unit: CaseEvent.Unit, by addresses: Set<String>, of organisation: String) -> Bool {
        if addresses.contains(unit.address) { return true }
        let isFunctional = !unit.address.hasPrefix("SE")
        return isFunctional && unit.organisationsnummer == organisation && Roll.regionalOpenCare.contains(unit.role)
    }
}
