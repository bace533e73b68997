import Documents

/// Reads `eb:UserMessage` and checks its structure by hand: the header is small, and a refusal can then say what is wrong.
struct UserMessageReader {
    /// Id and time, read first, so that every later refusal can say which message it is about.
    let facts: MessageFacts
    private let element: Element
    private let rest: HeaderReader

    /// Reads `eb:MessageInfo`. Throws A023–A028.
    init(_ element: Element) throws(EBMSError) {
        self.element = element
        var reader = HeaderReader(element)
        facts = try MessageFacts(try reader.required("MessageInfo"))
        rest = reader
    }

    /// Reads the rest. Throws A023–A032, A042–A044, A074.
    func message() throws(EBMSError) -> UserMessage {
        if let channel = element.attribute("mpc"), channel != EBMSName.defaultChannel {
            throw EBMSError(.channel, at: element.place)
        }
        let message = try content()
        if !message.isTest { try Self.requireCorners(message, at: element.place) }
        return message
    }

    private func content() throws(EBMSError) -> UserMessage {
        var reader = rest
        var parties = HeaderReader(try reader.required("PartyInfo"))
        let from = try Self.party(try parties.required("From"))
        let to = try Self.party(try parties.required("To"))
        try parties.end()
        let collaboration = try Collaboration(try reader.required("CollaborationInfo"))
        var message = UserMessage(
            messageID: facts.messageID, timestamp: facts.timestamp, from: from, to: to, exchange: collaboration.exchange)
        message.refToMessageID = facts.refToMessageID
        message.agreementRef = collaboration.agreementRef
        message.agreementType = collaboration.agreementType
        if let element = reader.optional("MessageProperties") { message.properties = try Self.properties(element) }
        if let element = reader.optional("PayloadInfo") { message.parts = try Self.parts(element) }
        try reader.end()
        return message
    }

    /// Throws A029 unless corner 1 and corner 4 are named (eDelivery AS4 1.15, Four Corner Topology).
    private static func requireCorners(_ message: UserMessage, at place: Place) throws(EBMSError) {
        for (name, property) in [(EBMSName.originalSender, message.originalSender), (EBMSName.finalRecipient, message.finalRecipient)]
        where property == nil {
            throw EBMSError(.missingProperty, at: place, detail: name)
        }
    }

    private static func party(_ element: Element) throws(EBMSError) -> AS4Party {
        var reader = HeaderReader(element)
        let ids = try reader.repeated("PartyId")
        guard let id = ids.first, ids.count == 1 else { throw EBMSError(.partyID, at: element.place, detail: "PartyId: \(ids.count)") }
        let role = try HeaderValue.text(try reader.required("Role"))
        try reader.end()
        return AS4Party(PartyID(try HeaderValue.text(id), type: try HeaderValue.attribute("type", of: id)), role: role)
    }

    private struct Collaboration {
        let agreementRef: String?
        let agreementType: String?
        let exchange: UserMessage.Exchange

        /// `@pmode` is not read: it is a name in the sender's own configuration.
        init(_ element: Element) throws(EBMSError) {
            var reader = HeaderReader(element)
            let agreement = reader.optional("AgreementRef")
            agreementRef = try agreement.map { reference throws(EBMSError) in try HeaderValue.text(reference) }
            agreementType = try agreement.flatMap { reference throws(EBMSError) in try HeaderValue.attribute("type", of: reference) }
            let service = try reader.required("Service")
            let name = ServiceName(try HeaderValue.text(service), type: try HeaderValue.attribute("type", of: service))
            let action = try HeaderValue.text(try reader.required("Action"))
            let conversation = try HeaderValue.text(try reader.required("ConversationId"))
            try reader.end()
            exchange = UserMessage.Exchange(service: name, action: action, conversationID: conversation)
        }
    }

    private static func properties(_ element: Element) throws(EBMSError) -> [MessageProperty] {
        var reader = HeaderReader(element)
        var properties: [MessageProperty] = []
        var names: Set<String> = []
        for child in try reader.repeated("Property", atMost: InboundLimits.mostProperties) {
            guard let name = try HeaderValue.attribute("name", of: child) else {
                throw EBMSError(.missingElement, at: child.place, detail: "name")
            }
            guard names.insert(name).inserted else { throw EBMSError(.repeatedProperty, at: child.place) }
            let type = try HeaderValue.attribute("type", of: child)
            properties.append(MessageProperty(name, type: type, value: try HeaderValue.text(child)))
        }
        try reader.end()
        guard !properties.isEmpty else { throw EBMSError(.missingElement, at: element.place, detail: "Property") }
        return properties
    }

    private static func parts(_ element: Element) throws(EBMSError) -> [PayloadPart] {
        var reader = HeaderReader(element)
        var parts: [PayloadPart] = []
        var ids: Set<String> = []
        for child in try reader.repeated("PartInfo", atMost: InboundLimits.mostParts) {
            let part = try self.part(child)
            guard ids.insert(part.contentID).inserted else { throw EBMSError(.repeatedReference, at: child.place) }
            parts.append(part)
        }
        try reader.end()
        guard !parts.isEmpty else { throw EBMSError(.missingElement, at: element.place, detail: "PartInfo") }
        return parts
    }

    /// Content is beside the envelope or nowhere: an address is not followed, and the Body is empty.
    private static func part(_ element: Element) throws(EBMSError) -> PayloadPart {
        guard let href = element.attribute("href"), let id = ContentID.parse(uri: href) else {
            throw EBMSError(.externalPayload, at: element.place)
        }
        var reader = HeaderReader(element)
        _ = try reader.repeated("Schema")
        _ = reader.optional("Description")
        let properties = try reader.optional("PartProperties").map { child throws(EBMSError) in try self.properties(child) }
        try reader.end()
        let part = PayloadPart(contentID: id, properties: properties ?? [])
        try part.checkProperties(at: element.place)
        return part
    }
}
