import AS4
import CareMessages
import Documents
import Foundation
import Signatures

/// Step 3 inbound: the business message is valid by schema and law, signed by the organisation that says it sent it, and meant for us.
struct ValidateReceived: Sendable {
    let parts: GatewayParts
    let ledger: CaseLedger

    /// Blocking: parses and verifies.
    ///
    /// The rules about the case are not asked here: they were asked where the message was submitted, and messages of one case may arrive in
    /// another order than they were sent. A notice is not refused because the one before it is late.
    ///
    /// - Throws: EBMS:0004 with our own rule id and place, so that the sender's operator sees what to mend; content never leaves.
    func run(_ received: ReceivedUserMessage, from name: String, at time: Date) throws(EBMSError) -> ReceivedBusinessMessage {
        let reference = received.userMessage.messageID
        guard let partner = parts.partner(named: name), let first = received.payloads.first, received.payloads.count == 1 else {
            throw EBMSError(.other, Refusal(GatewayCode.onePayload)).about(reference)
        }
        let payload = try first.bytes()
        let verifier = EnvelopedVerifier(policy: parts.keyring.signingPolicy(for: partner))
        var context = RuleContext(now: time)
        context.receivedAt = time
        context.allowsPlacementMessages = parts.configuration.placementMessages.receive
        context.remembering = { [ledger] message in
            // Only E02 is asked: an id used before, by the same sender, for other content.
            let earlier = ledger.entries(forBusinessMessage: message.envelope.messageID).first { $0.sender == partner.organisationsnummer }
            return MessageMemory(caseFacts: nil, earlierDigest: earlier?.submittedSHA256)
        }
        let outcome = parts.check.check(payload, verifier: verifier, requiresSignature: true, context: context)
        guard outcome.isAccepted, let message = outcome.message else { throw refusal(of: outcome.findings, reference) }
        guard message.envelope.sender.organisationsnummer == partner.organisationsnummer,
            outcome.signer?.organisationIdentifier == partner.organisationsnummer
        else { throw EBMSError(.other, Refusal(GatewayCode.originalSenderMismatch)).about(reference) }
        guard message.receivingOrganisations.contains(parts.configuration.organisation.organisationsnummer) else {
            throw EBMSError(.other, Refusal(GatewayCode.notServiced)).about(reference)
        }
        guard let agreement = parts.agreement(toReceive: message.type, from: name),
            parts.wireNames(for: message.type, under: agreement) == (received.userMessage.service, received.userMessage.action)
        else {
            throw EBMSError(.processingModeMismatch, Refusal(GatewayCode.noAgreement)).about(reference)
        }
        return ReceivedBusinessMessage(
            received: received, body: payload, message: message, partner: name, warnings: outcome.findings.map(\.rule))
    }

    private func refusal(of findings: [Finding], _ reference: String) -> EBMSError {
        let first = findings.first { $0.severity == .error }
        return EBMSError(.other, first.map(Refusal.init) ?? Refusal(GatewayCode.onePayload)).about(reference)
    }
}

/// Proof that a received message passed every check: only ``ValidateReceived`` makes one.
struct ReceivedBusinessMessage: Sendable {
    let received: ReceivedUserMessage
    /// The business message's bytes as they were signed.
    let body: [UInt8]
    let message: CareMessage
    let partner: String
    let warnings: [String]
}
