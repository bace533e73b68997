/// A message of typed values: envelope, patient, and the part of its type. Patient data; its description shows only type and ids.
package struct CareMessage: Equatable, Sendable, CustomStringConvertible {
    /// What the message says about itself.
    package var envelope: MessageEnvelope
    /// Whom it is about; `nil` in the types that carry no patient data.
    package var patient: Patient?
    /// The part of the type.
    package var content: any MessageContent

    /// Makes a message, to be written by ``MessageWriter``.
    package init(envelope: MessageEnvelope, patient: Patient?, content: any MessageContent) {
        self.envelope = envelope
        self.patient = patient
        self.content = content
    }

    /// The type, by the content.
    package var type: MessageType { Swift.type(of: content).type }

    /// Type, message id and case id.
    package var description: String { "\(type.rawValue) \(envelope.messageID) case \(envelope.caseID)" }

    /// The content when it is of this type: `message.part(Utskrivningsklar.self)`.
    package func part<Part: MessageContent>(_: Part.Type) -> Part? { content as? Part }

    /// The content when it is an M01.
    package var inskrivningsmeddelande: Inskrivningsmeddelande? { part(Inskrivningsmeddelande.self) }
    /// The content when it is an M05.
    package var utskrivningsklar: Utskrivningsklar? { part(Utskrivningsklar.self) }
    /// The content when it is an M17.
    package var remiss: Remiss? { part(Remiss.self) }

    /// Whether envelope, patient and content are the same.
    package static func == (left: CareMessage, right: CareMessage) -> Bool {
        left.envelope == right.envelope && left.patient == right.patient && left.content.isEqual(to: right.content)
    }

    /// Everything a person wrote freely.
    var freeTexts: [PlacedText] { envelope.freeTexts + content.freeTexts }

    /// Every identifier but the patient's own.
    var identifiers: [PlacedIdentifier] {
        var found = envelope.sender.identifiers(in: "Kuvert/Avsandare")
        for (index, receiver) in envelope.receivers.enumerated() { found += receiver.identifiers(in: "Kuvert/Mottagare[\(index + 1)]") }
        found += envelope.replyTo?.identifiers(in: "Kuvert/Svarsadress") ?? []
        if let code = patient?.folkbokforingskommun {
            found.append(PlacedIdentifier(.kommunkod, code, at: "Patient/Folkbokforingskommun"))
        }
        if case .address(let address) = patient?.address, let code = address.kommunkod {
            found.append(PlacedIdentifier(.kommunkod, code, at: "Patient/Folkbokforingsadress/AdressKommunkod"))
        }
        return found + content.identifiers
    }
}
