/// What a partner may send us: whom its signatures must come from, and under which agreements.
package struct AS4PartnerPolicy: Sendable {
    /// The partner's name in the configuration.
    package var name: String
    /// Its signatures.
    package var signer: SignerPolicy
    /// Its agreements; a message must fit one of them.
    package var agreements: [AS4Agreement]

    /// Makes a policy.
    package init(name: String, signer: SignerPolicy, agreements: [AS4Agreement]) {
        self.name = name
        self.signer = signer
        self.agreements = agreements
    }

    /// The first agreement a message fits. Throws A071 when none has its parties, roles, reference, service and action; A072 or A073 when
    /// the corners are not as agreed; the last one as not serviced, where the agreement has it so and only the receiver is another.
    func agreement(for message: UserMessage) throws(EBMSError) -> AS4Agreement {
        let candidates = agreements.filter { $0.covers(message) }
        guard let first = candidates.first else { throw EBMSError(.unknownAgreement).about(message.messageID) }
        if let fitting = candidates.first(where: { $0.cornerFault(of: message) == nil }) { return fitting }
        let error = EBMSError(first.cornerFault(of: message) ?? .participant).about(message.messageID)
        throw candidates.contains(where: { $0.doesNotServe(message) }) ? error.notServiced : error
    }
}
