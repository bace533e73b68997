import Documents

/// Writes `eb:UserMessage` in the order of the schema. The prefix `eb` must be declared around it.
struct UserMessageWriter {
    static func markup(_ message: UserMessage) -> Markup {
        let facts = MessageFacts(messageID: message.messageID, timestamp: message.timestamp, refToMessageID: message.refToMessageID)
        var children = [facts.markup, parties(message), collaboration(message)]
        if !message.properties.isEmpty { children.append(Markup("eb:MessageProperties", children: message.properties.map(property))) }
        if !message.parts.isEmpty { children.append(Markup("eb:PayloadInfo", children: message.parts.map(part))) }
        return Markup("eb:UserMessage", children: children)
    }

    private static func parties(_ message: UserMessage) -> Markup {
        Markup("eb:PartyInfo", children: [party("eb:From", message.from), party("eb:To", message.to)])
    }

    private static func party(_ name: String, _ party: AS4Party) -> Markup {
        Markup(name, children: [typed("eb:PartyId", party.id.value, party.id.type), Markup("eb:Role", text: party.role)])
    }

    private static func collaboration(_ message: UserMessage) -> Markup {
        var children: [Markup] = []
        if let agreement = message.agreementRef { children.append(typed("eb:AgreementRef", agreement, message.agreementType)) }
        children += [
            typed("eb:Service", message.service.value, message.service.type), Markup("eb:Action", text: message.action),
            Markup("eb:ConversationId", text: message.conversationID),
        ]
        return Markup("eb:CollaborationInfo", children: children)
    }

    private static func part(_ part: PayloadPart) -> Markup {
        let properties = Markup("eb:PartProperties", children: part.properties.map(property))
        return Markup(
            "eb:PartInfo", attributes: [("href", ContentID.uri(part.contentID))], children: part.properties.isEmpty ? [] : [properties])
    }

    private static func property(_ property: MessageProperty) -> Markup {
        let type = property.type.map { [("type", $0)] } ?? []
        return Markup("eb:Property", attributes: [("name", property.name)] + type, text: property.value)
    }

    private static func typed(_ name: String, _ value: String, _ type: String?) -> Markup {
        Markup(name, attributes: type.map { [("type", $0)] } ?? [], text: value)
    }
}
