/// One agreement (P-Mode) for messages in one direction.
package struct AS4Agreement: Sendable, Equatable {
    /// Its name in the configuration.
    package var name: String
    /// Sending access point and role.
    package var from: AS4Party
    /// Receiving access point and role.
    package var to: AS4Party
    /// `eb:AgreementRef`; `nil` when the agreement has no name on the wire, and then a message may not carry one.
    package var agreementRef: String?
    /// `eb:Service`.
    package var service: ServiceName
    /// Allowed `eb:Action`.
    package var actions: Set<String>
    /// `@type` that originalSender and finalRecipient must have; `nil` when any will do.
    package var participantType: String? = EBMSName.participantType
    /// Who may be originalSender; `nil` for anybody.
    package var originalSenders: Set<String>?
    /// Who may be finalRecipient; `nil` for anybody.
    package var finalRecipients: Set<String>?
    /// Whether another finalRecipient is refused as one that is not served (EBMS:0004), and not as a mismatch with the agreement (EBMS:0010).
    package var answersNotServiced = false
    /// Whether payload parts must be encrypted.
    package var encryption = PayloadEncryption.off
    /// Whether it is for the second leg of a Two-Way exchange: for messages that name the one they answer.
    package var isSecondLeg = false
    /// The algorithms agreed.
    package var suite = AlgorithmSuite.eDelivery115

    /// Makes an agreement without reference and for any participants; set those afterwards.
    package init(name: String, from: AS4Party, to: AS4Party, service: ServiceName, actions: Set<String>) {
        self.name = name
        self.from = from
        self.to = to
        self.service = service
        self.actions = actions
    }

    /// The same for answers (Two-Way/Push-and-Push): between the same parties, in each other's roles.
    package var secondLeg: AS4Agreement {
        var leg = self
        (leg.from, leg.to, leg.isSecondLeg) = (AS4Party(from.id, role: to.role), AS4Party(to.id, role: from.role), true)
        return leg
    }

    /// Every agreement has the test service, with the same security.
    func covers(_ message: UserMessage) -> Bool {
        guard message.from == from, message.to == to, message.agreementRef == agreementRef else { return false }
        guard !isSecondLeg || message.refToMessageID != nil else { return false }
        return message.isTest || (message.service == service && actions.contains(message.action))
    }

    /// Whether all but the receiver is as agreed, in a network that tells so.
    func doesNotServe(_ message: UserMessage) -> Bool {
        guard answersNotServiced else { return false }
        var open = self
        open.finalRecipients = nil
        return cornerFault(of: message) == .participant && open.cornerFault(of: message) == nil
    }

    func cornerFault(of message: UserMessage) -> AS4Code? {
        if message.isTest { return nil }
        let corners = [message.originalSender, message.finalRecipient]
        if let participantType, corners.contains(where: { $0?.type != participantType }) { return .participantType }
        for (corner, allowed) in zip(corners, [originalSenders, finalRecipients]) {
            guard let allowed else { continue }
            guard let value = corner?.value, allowed.contains(value) else { return .participant }
        }
        return nil
    }
}
