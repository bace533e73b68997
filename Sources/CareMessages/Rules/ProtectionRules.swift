import Documents

/// E09: protected identity. A message about a protected person shows no place and goes only to protected mailboxes.
enum ProtectionRules {
    static let all = [protectedIdentity]

    static let protectedIdentity = Rule(
        "E09",
        .init(
            law:
                "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 22 kap. 1–2 §§; folkbokföringslagen (1991:481) "
                + "16–17 §§; LVU (1990:52) 14 §",
            text: LocalText(sv: "Uppgifterna om skydd håller inte.", en: "The data on protection does not hold."),
            remedy: LocalText(
                sv: "Ta bort adress och vistelseort, använd markeringar, och skicka till skyddad brevlåda.",
                en: "Remove address and place of stay, use the marks, and send to protected mailboxes."))
    ) { message, context in
        guard let patient = message.patient else { return [] }
        if patient.isProtected && patient.protection.contains(.ingen) { return [Breach("Patient/Skydd", contradiction)] }
        return patient.isProtected ? disclosedPlaces(message) + openMailboxes(message, context) : marksWithoutReason(patient)
    }

    private static func disclosedPlaces(_ message: CareMessage) -> [Breach] {
        var breaches: [Breach] = []
        if case .address = message.patient?.address { breaches.append(Breach("Patient/Folkbokforingsadress", address)) }
        breaches += message.content.placesOfStay.map { Breach($0, placeOfStay) }
        return breaches
    }

    private static func openMailboxes(_ message: CareMessage, _ context: RuleContext) -> [Breach] {
        var breaches: [Breach] = []
        for (index, receiver) in message.envelope.receivers.enumerated() where !isProtected(receiver, context) {
            breaches.append(Breach("Kuvert/Mottagare[\(index + 1)]/SkyddadBrevlada", mailbox))
        }
        if let replyTo = message.envelope.replyTo, !isProtected(replyTo, context) {
            breaches.append(Breach("Kuvert/Svarsadress/SkyddadBrevlada", mailbox))
        }
        return breaches
    }

    private static func isProtected(_ party: Party, _ context: RuleContext) -> Bool {
        guard party.isProtectedMailbox else { return false }
        guard let known = context.protectedMailboxes else { return true }
        switch party.address {
        case .hsaID(let address), .functional(let address): return known.contains(address)
        }
    }

    /// A mark in place of a fact hides what the law demands, so it needs a protection as its reason.
    private static func marksWithoutReason(_ patient: Patient) -> [Breach] {
        var breaches: [Breach] = []
        if patient.name == nil { breaches.append(Breach("Patient/Namnmarkering", mark)) }
        if patient.registration == .none(reason: "SKYDDAD") { breaches.append(Breach("Patient/FolkbokforingskommunSaknas", mark)) }
        if case .mark(let value) = patient.address, value != "SAKNAS" { breaches.append(Breach("Patient/Adressmarkering", mark)) }
        return breaches
    }

    private static let contradiction = LocalText(
        sv: "INGEN står tillsammans med ett annat skydd.", en: "INGEN stands beside another protection.")
    private static let address = LocalText(
        sv: "Patienten har skydd och får inte visas med folkbokföringsadress.",
        en: "The patient is protected and must not be shown with an address.")
    private static let placeOfStay = LocalText(
        sv: "Patienten har skydd och vistelseorten får inte röjas.",
        en: "The patient is protected and the place of stay must not be disclosed.")
    private static let mailbox = LocalText(
        sv: "Patienten har skydd och adressen går inte till en skyddad brevlåda.",
        en: "The patient is protected and the address is not a protected mailbox.")
    private static let mark = LocalText(
        sv: "En markering om skydd står där skydd är INGEN.", en: "A mark of protection stands where the protection is INGEN.")
}
