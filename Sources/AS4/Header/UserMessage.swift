import Foundation

/// `eb:UserMessage`: the header of a message that carries content between two access points.
package struct UserMessage: Sendable, Equatable {
    /// `local@domain`. Of an inbound message it is the peer's words: compare it, never use it as a name of anything.
    package let messageID: String
    /// When the header was made, whole milliseconds: a resend carries the same.
    package let timestamp: Date
    /// The message this one answers (Two-Way), by its MessageId.
    package var refToMessageID: String?
    /// Sending access point (corner 2).
    package var from: AS4Party
    /// Receiving access point (corner 3).
    package var to: AS4Party
    /// `eb:AgreementRef`, when the agreement has a name on the wire.
    package var agreementRef: String?
    /// `eb:AgreementRef/@type`.
    package var agreementType: String?
    /// `eb:Service`.
    package var service: ServiceName
    /// `eb:Action`.
    package var action: String
    /// `eb:ConversationId`.
    package var conversationID: String
    /// Message properties in their order; originalSender and finalRecipient are always among those of a message of the profile.
    package var properties: [MessageProperty]
    /// Payload parts in their order; the first is the leading document.
    package var parts: [PayloadPart]

    /// Makes a header with what every message has; set the rest afterwards. `timestamp` is rounded to milliseconds.
    package init(messageID: String, timestamp: Date, from: AS4Party, to: AS4Party, exchange: Exchange) {
        self.messageID = messageID
        self.timestamp = HeaderTime.rounded(timestamp)
        self.from = from
        self.to = to
        self.service = exchange.service
        self.action = exchange.action
        self.conversationID = exchange.conversationID
        self.properties = []
        self.parts = []
    }

    /// What a message is about: `eb:CollaborationInfo` without the agreement.
    package struct Exchange: Sendable, Equatable {
        /// `eb:Service`.
        package var service: ServiceName
        /// `eb:Action`.
        package var action: String
        /// `eb:ConversationId`: the same for all messages of a case.
        package var conversationID: String

        /// Makes an exchange.
        package init(service: ServiceName, action: String, conversationID: String) {
            self.service = service
            self.action = action
            self.conversationID = conversationID
        }
    }

    /// The test message of an agreement (eDelivery AS4 1.15, test service): same parties, roles and reference, no content. The receiver
    /// answers with a receipt and delivers nothing. Pack it without payloads.
    package init(testing agreement: AS4Agreement, messageID: String, timestamp: Date) {
        let exchange = Exchange(
            service: ServiceName(EBMSName.testService), action: EBMSName.testAction, conversationID: messageID)
        self.init(messageID: messageID, timestamp: timestamp, from: agreement.from, to: agreement.to, exchange: exchange)
        agreementRef = agreement.agreementRef
    }

    /// The second leg of a Two-Way exchange (Push-and-Push): a message of its own from the receiver of `request` to its sender, in their roles,
    /// about the same conversation and with the corners exchanged. Service and agreement stay; set the parts when it is packed.
    package init(replyingTo request: UserMessage, messageID: String, timestamp: Date, action: String) {
        let exchange = Exchange(service: request.service, action: action, conversationID: request.conversationID)
        self.init(messageID: messageID, timestamp: timestamp, from: request.to, to: request.from, exchange: exchange)
        refToMessageID = request.messageID
        (agreementRef, agreementType) = (request.agreementRef, request.agreementType)
        let corners = [(EBMSName.originalSender, request.finalRecipient), (EBMSName.finalRecipient, request.originalSender)]
        properties = corners.compactMap { name, corner in corner.map { MessageProperty(name, type: $0.type, value: $0.value) } }
    }

    /// True for a message to the test service: to be answered with a receipt, and neither delivered nor stored.
    package var isTest: Bool { service.value == EBMSName.testService && action == EBMSName.testAction }

    /// Corner 1, when the header names it.
    package var originalSender: MessageProperty? { properties.first { $0.name == EBMSName.originalSender } }
    /// Corner 4, when the header names it.
    package var finalRecipient: MessageProperty? { properties.first { $0.name == EBMSName.finalRecipient } }

    /// Sets corner 1 and corner 4, with the type the network gives them.
    package mutating func setCorners(originalSender: String, finalRecipient: String, type: String? = EBMSName.participantType) {
        properties.removeAll { $0.name == EBMSName.originalSender || $0.name == EBMSName.finalRecipient }
        properties.insert(MessageProperty(EBMSName.originalSender, type: type, value: originalSender), at: 0)
        properties.insert(MessageProperty(EBMSName.finalRecipient, type: type, value: finalRecipient), at: 1)
    }
}
