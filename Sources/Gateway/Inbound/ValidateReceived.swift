import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

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
        guard let partner = parts.partner(named: name), let first = received.payloads.first else {
            throw EBMSError(.other, Refusal(GatewayCode.onePayload)).about(reference)
        }
        let files = received.payloads.dropFirst()
        let payload = try document(in: first)
        let verifier = EnvelopedVerifier(policy: parts.keyring.signingPolicy(for: partner))
        var context = RuleContext(now: time)
        context.receivedAt = time
        context.attachedFiles = files.map { AttachedFile(id: nil, size: $0.content.count, sha256: $0.sha256.hexadecimal) }
        context.allowsPlacementMessages = parts.configuration.placementMessages.receive
        context.remembering = { [ledger] message in
            // Of what came before only this is asked: an id used by the same sender for other content (E02), a case that another opened (W13).
            let earlier = ledger.entries(forBusinessMessage: message.envelope.messageID).first { $0.sender == partner.organisationsnummer }
            var memory = MessageMemory(caseFacts: nil, earlierDigest: earlier?.submittedSHA256)
            if message.type.facts.opensCase { memory.caseOpeners = ledger.openers(ofCase: message.envelope.caseID) }
            return memory
        }
        let outcome = parts.check.check(payload, verifier: verifier, requiresSignature: true, context: context)
        guard outcome.isAccepted, let message = outcome.message else { throw refusal(of: outcome.findings, reference) }
        guard message.envelope.sender.organisationsnummer == partner.organisationsnummer,
            outcome.signer?.organisationIdentifier == partner.organisationsnummer
        else { throw EBMSError(.other, Refusal(GatewayCode.originalSenderMismatch)).about(reference) }
        guard message.receivingOrganisations.contains(parts.configuration.organisation.organisationsnummer) else {
            let error = EBMSError(.other, Refusal(GatewayCode.notServiced)).about(reference)
            throw received.agreement.answersNotServiced ? error.notServiced : error
        }
        guard let agreement = parts.agreement(toReceive: message.type, from: name),
            parts.wireNames(for: message.type, under: agreement) == (received.userMessage.service, received.userMessage.action)
        else {
            throw EBMSError(.processingModeMismatch, Refusal(GatewayCode.noAgreement)).about(reference)
        }
        return ReceivedBusinessMessage(
            received: received, body: payload, message: message, partner: name, warnings: outcome.findings.map(\.rule),
            enclosures: Self.enclosed(message.envelope.attachments, files))
    }

    /// The business document, or one byte more than it may have: enough for the check of its size to refuse it.
    private func document(in payload: ReceivedUserMessage.Payload) throws(EBMSError) -> [UInt8] {
        let limit = DocumentLimits.message.maximumBytes
        guard payload.content.count > limit else { return try payload.bytes() }
        do throws(StreamFault) {
            return try SourceSlice(payload.content, 0..<(limit + 1)).bytes()
        } catch {
            throw EBMSError(.deliveryFailure, Refusal(GatewayCode.cannotStore))
        }
    }

    /// The files in the order the message declares them. On the wire only their content names them; rule E14 has found each.
    private static func enclosed(_ declared: [Bilaga], _ files: ArraySlice<ReceivedUserMessage.Payload>) -> [EnclosedContent] {
        declared.compactMap { bilaga in
            files.first { $0.content.count == bilaga.size && $0.sha256.hexadecimal == bilaga.sha256 }
                .map { EnclosedContent(Enclosure(bilaga), SpoolContent($0.content)) }
        }
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
    /// The files that came with it, as declared.
    let enclosures: [EnclosedContent]
}
