import Documents

/// E01, E02, E03, E05: what every envelope must be.
enum EnvelopeRules {
    static let all = [typeAndSigner, duplicate, parties, sentInFuture]

    static let typeAndSigner = Rule(
        "E01",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Kuvertet stämmer inte med det övriga meddelandet.",
                en: "The envelope does not agree with the rest of the message."),
            remedy: LocalText(
                sv: "Ange rotelementets typ, och som avsändare den organisation som lämnar in och signerar.",
                en: "State the type of the root element, and as sender the organisation that submits and signs."))
    ) { message, context in
        var breaches: [Breach] = []
        if message.envelope.declaredType != message.type.rawValue {
            breaches.append(
                Breach(
                    "Kuvert/Meddelandetyp",
                    LocalText(
                        sv: "Meddelandetypen i kuvertet är en annan än rotelementets.",
                        en: "The type in the envelope is not that of the root element.")))
        }
        if let signer = context.signerOrganisation, signer != message.envelope.sender.organisationsnummer {
            breaches.append(
                Breach(
                    "Kuvert/Avsandare/Organisationsnummer",
                    LocalText(
                        sv: "Avsändaren är en annan organisation än den som lämnar in eller har signerat meddelandet.",
                        en: "The sender is another organisation than the one that submits or has signed the message.")))
        }
        return breaches
    }

    static let duplicate = Rule(
        "E02",
        .init(
            law: "Slussens regel; jämför patientdatalagen (2008:355) 3 kap. 14 §",
            text: LocalText(
                sv: "Ett annat meddelande har redan kommit med samma meddelandeid.",
                en: "Another message has already come with the same message id."),
            remedy: LocalText(
                sv: "Ge meddelandet ett nytt id. En rättelse är ett nytt meddelande som ersätter det gamla.",
                en: "Give the message a new id. A correction is a new message that replaces the old one."))
    ) { _, context in
        guard let digest = context.digest, let earlier = context.earlierDigest else { return [] }
        return Breach.when(digest != earlier, at: "Kuvert/Meddelandeid")
    }

    static let parties = Rule(
        "E03",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 1 kap. 3 §, 2 kap. 1 §, 3 kap. 1 §",
            text: LocalText(
                sv: "Mottagaren är okänd, eller rollen får inte skicka eller ta emot den här typen.",
                en: "The receiver is unknown, or the role may not send or receive this type."),
            remedy: LocalText(
                sv: "Kontrollera organisation och roll mot överenskommelsen och adressboken.",
                en: "Check organisation and role against the agreement and the address book."))
    ) { message, context in
        let senderMay = message.type.senderRoles.contains(message.envelope.sender.role)
        let sender =
            senderMay
            ? []
            : [
                Breach(
                    "Kuvert/Avsandare/Roll",
                    LocalText(sv: "Rollen får inte skicka den här meddelandetypen.", en: "The role may not send this type of message."))
            ]
        let receivers = message.envelope.receivers.enumerated().compactMap { index, receiver in
            unfit(receiver, in: "Kuvert/Mottagare[\(index + 1)]", type: message.type, known: context.knownReceivers)
        }
        return sender + receivers
    }

    private static func unfit(_ receiver: Party, in path: String, type: MessageType, known: [String: Set<Roll>]?) -> Breach? {
        if !type.receiverRoles.contains(receiver.role) {
            return Breach(
                path + "/Roll",
                LocalText(sv: "Rollen får inte ta emot den här meddelandetypen.", en: "The role may not receive this type of message."))
        }
        guard let known else { return nil }
        guard let roles = known[receiver.organisationsnummer] else {
            return Breach(
                path + "/Organisationsnummer",
                LocalText(sv: "Mottagarens organisation är okänd.", en: "The receiver's organisation is unknown."))
        }
        return roles.contains(receiver.role)
            ? nil
            : Breach(
                path + "/Roll",
                LocalText(sv: "Mottagarens organisation har inte den rollen.", en: "The receiver's organisation does not have that role."))
    }

    static let sentInFuture = Rule(
        "E05",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 3 §, 5 kap. 4 §",
            text: LocalText(
                sv: "Meddelandet säger sig vara skickat mer än fem minuter in i framtiden.",
                en: "The message says it was sent more than five minutes in the future."),
            remedy: LocalText(
                sv: "Ställ klockan i det avsändande systemet och skicka ett nytt meddelande.",
                en: "Set the clock of the sending system and send a new message."))
    ) { message, context in
        Breach.when(message.envelope.sent.elapsed(since: context.now) > .seconds(300), at: "Kuvert/Skickad")
    }
}
