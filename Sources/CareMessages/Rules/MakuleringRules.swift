import Documents
import Foundation

/// The rules of M22 Makulering. Never refused for being late, nor because the case is closed.
enum MakuleringRules {
    static let all = [otherSender, notLatest, alreadyWithdrawn, successor, noCall, receiversMissing]

    /// The message to be withdrawn. An id is its sender's own: where another organisation has used it too, the sender's is meant.
    private static func original(_ message: CareMessage, _ context: RuleContext) -> EarlierMessage? {
        context.caseFacts?.message(message.envelope.refersTo, meantBy: message.envelope.sender.organisationsnummer)
    }

    static let otherSender = Rule(
        "E2201",
        .init(
            law: "Slussens regel; jämför patientdatalagen (2008:355) 3 kap. 14 §",
            text: LocalText(
                sv: "Bara den som skickade ett meddelande får dra tillbaka det.", en: "Only the sender of a message may withdraw it."),
            remedy: LocalText(
                sv: "Be avsändaren dra tillbaka meddelandet, eller skicka en avvikelse (M25).",
                en: "Ask the sender to withdraw the message, or send a report (M25)."))
    ) { message, context in
        guard let original = original(message, context) else { return [] }
        return Breach.when(
            original.senderOrganisation != message.envelope.sender.organisationsnummer, at: "Kuvert/Avsandare/Organisationsnummer")
    }

    /// A call to a meeting may be called off at any time: it stands beside the stages, and what came after does not build on it.
    static let notLatest = Rule(
        "E2202",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Senare steg i vårdtillfället bygger på meddelandet; bara det senaste gällande steget kan dras tillbaka.",
                en: "Later stages of the admission build on the message; only the latest stage in force can be withdrawn."),
            remedy: LocalText(
                sv: "Dra tillbaka de senare stegen först, det senaste först.", en: "Withdraw the later stages first, the latest one first.")
        )
    ) { message, context in
        guard let facts = context.caseFacts, let original = original(message, context), original.isInForce else { return [] }
        let later = facts.earlier.filter { $0.isInForce && $0.sent > original.sent }.map(\.event)
        return Breach.when(!CaseStage.isLatest(original.event, before: later), at: "Kuvert/RefererarTill")
    }

    static let alreadyWithdrawn = Rule(
        "E2203",
        .init(
            law: "Slussens regel; jämför patientdatalagen (2008:355) 3 kap. 14 §",
            text: LocalText(sv: "Meddelandet är redan tillbakadraget.", en: "The message has already been withdrawn."),
            remedy: LocalText(
                sv: "Ingenting behövs; kontrollera i ärendet vilket meddelande som gäller.",
                en: "Nothing is needed; look in the case which message is in force."))
    ) { message, context in
        Breach.when(original(message, context)?.isWithdrawn == true, at: "Kuvert/RefererarTill")
    }

    static let successor = Rule(
        "E2204",
        .init(
            law: "Slussens regel; jämför patientdatalagen (2008:355) 3 kap. 14 §",
            text: LocalText(
                sv: "En rättelse ska nämna det nya meddelandet, och bara en rättelse.",
                en: "A correction must name the new message, and only a correction may."),
            remedy: LocalText(
                sv: "Ange NyttMeddelandeid när typen är RATTAD, och ett annat id än det gamla.",
                en: "State NyttMeddelandeid when the kind is RATTAD, and another id than the old one."))
    ) { message, _ in
        guard let annulment = message.part(Makulering.self) else { return [] }
        let envelope = message.envelope
        let isReused = annulment.successor != nil && [envelope.messageID, envelope.refersTo].contains(annulment.successor)
        return Breach.when(isReused || (annulment.kind == .corrected) != (annulment.successor != nil), at: "NyttMeddelandeid")
    }

    static let noCall = Rule(
        "E2205",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 4 kap. 3 §",
            text: LocalText(
                sv: "Bara en kallelse (M08) kan återtas som kallelse.", en: "Only a call (M08) can be withdrawn as a call."),
            remedy: LocalText(sv: "Hänvisa till kallelsen, eller ange en annan typ.", en: "Refer to the call, or state another kind."))
    ) { message, context in
        guard message.part(Makulering.self)?.kind == .callWithdrawn, let original = original(message, context) else { return [] }
        return Breach.when(original.type != .kallelseTillSip, at: "Makuleringstyp")
    }

    static let receiversMissing = Rule(
        "W2201",
        .init(
            law: "Slussens regel; jämför patientdatalagen (2008:355) 3 kap. 14 §",
            text: LocalText(
                sv: "En mottagare av det tillbakadragna meddelandet får inte veta att det är tillbakadraget.",
                en: "A receiver of the withdrawn message is not told that it has been withdrawn."),
            remedy: LocalText(
                sv: "Skicka makuleringen till alla som fick det gamla meddelandet.",
                en: "Send the annulment to all who received the old message."))
    ) { message, context in
        guard let original = original(message, context) else { return [] }
        let told = message.envelope.receivers.map(CaseEvent.Unit.init)
        let isForgotten = original.event.receivers.contains { unit in !told.contains(where: unit.isSameUnit) }
        return Breach.when(isForgotten, at: "Kuvert/Mottagare")
    }
}
