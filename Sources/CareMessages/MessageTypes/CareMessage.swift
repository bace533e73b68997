/// A message read: envelope, patient, and the part of its type. Patient data; its description shows only type and ids.
package struct CareMessage: Sendable, CustomStringConvertible {
    /// The part of the type.
    package enum Content: Sendable {
        /// M01.
        case inskrivningsmeddelande(Inskrivningsmeddelande)
        /// M05.
        case utskrivningsklar(Utskrivningsklar)
        /// M17.
        case remiss(Remiss)
    }

    /// The type, by the root element.
    package let type: MessageType
    /// What the message says about itself.
    package let envelope: MessageEnvelope
    /// Whom it is about.
    package let patient: Patient
    /// The part of the type.
    package let content: Content

    /// Type, message id and case id.
    package var description: String { "\(type.rawValue) \(envelope.messageID) case \(envelope.caseID)" }

    /// The content when it is an M01.
    package var inskrivningsmeddelande: Inskrivningsmeddelande? {
        if case .inskrivningsmeddelande(let content) = content { content } else { nil }
    }

    /// The content when it is an M05.
    package var utskrivningsklar: Utskrivningsklar? {
        if case .utskrivningsklar(let content) = content { content } else { nil }
    }

    /// The content when it is an M17.
    package var remiss: Remiss? {
        if case .remiss(let content) = content { content } else { nil }
    }

    /// The content, as the common rules see it.
    var parts: any MessageContent {
        switch content {
        case .inskrivningsmeddelande(let content): content
        case .utskrivningsklar(let content): content
        case .remiss(let content): content
        }
    }

    /// Everything a person wrote freely.
    var freeTexts: [PlacedText] {
        (envelope.replaces.map { [PlacedText(text: $0.reason, path: "Kuvert/Ersatter/Orsak")] } ?? []) + parts.freeTexts
    }

    /// Every identifier but the patient's own.
    var identifiers: [PlacedIdentifier] {
        var found = envelope.sender.identifiers(in: "Kuvert/Avsandare")
        for (index, receiver) in envelope.receivers.enumerated() { found += receiver.identifiers(in: "Kuvert/Mottagare[\(index + 1)]") }
        found += envelope.replyTo?.identifiers(in: "Kuvert/Svarsadress") ?? []
        if case .municipality(let code) = patient.registration {
            found.append(PlacedIdentifier(.kommunkod, code, at: "Patient/Folkbokforingskommun"))
        }
        if case .address(let address) = patient.address, let code = address.kommunkod {
            found.append(PlacedIdentifier(.kommunkod, code, at: "Patient/Folkbokforingsadress/AdressKommunkod"))
        }
        return found + parts.identifiers
    }
}
