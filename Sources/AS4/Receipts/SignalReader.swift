import Documents
import Foundation
import Signatures

/// Reads the answer to a message: a receipt that proves it, or errors.
package struct SignalReader: Sendable {
    private let limits: InboundLimits

    /// Makes a reader.
    package init(limits: InboundLimits = .standard) {
        self.limits = limits
    }

    /// Judges an answer to `sent`, whatever the HTTP status was. A receipt counts only when the partner signed it, it names the message,
    /// and its references are exactly those sent, as a multiset of URI and digest. Throws EBMS:0302 for a receipt that fails any of this
    /// (our own code says which), and the reader's codes for what is no signal at all.
    package func read(_ entity: AS4Entity, sent: SentMessage, policy: SignerPolicy, now: Date) throws(EBMSError) -> SignalOutcome {
        let unpacked = try UnpackedEntity(entity, limits: limits)
        guard unpacked.attachments.isEmpty else { throw EBMSError(.unreferencedPart, detail: "\(unpacked.attachments.count)") }
        let envelope = try SOAPEnvelope(unpacked.envelope)
        let signal = try Signal(try envelope.only("SignalMessage"))
        switch signal.content {
        case .receipt(let receipt):
            do {
                let signer = try Self.signer(of: envelope, policy, now)
                return .receipt(try judge(receipt, signal.facts, sent, signer))
            } catch {
                throw EBMSError(.invalidReceipt, error.refusal).about(sent.messageID)
            }
        case .errors(let errors):
            let isSigned = (try? Self.signer(of: envelope, policy, now)) != nil
            return .errors(errors, isTrusted: isSigned && signal.facts.refToMessageID == sent.messageID)
        }
    }

    private func judge(
        _ receipt: Element, _ facts: MessageFacts, _ sent: SentMessage, _ signer: Certificate
    ) throws(EBMSError) -> AcceptedReceipt {
        guard facts.refToMessageID == sent.messageID else { throw EBMSError(.otherMessage, at: receipt.place) }
        try ReceiptMatcher.match(try NonRepudiation.references(receipt), sent.references, at: receipt.place)
        return AcceptedReceipt(messageID: facts.messageID, timestamp: facts.timestamp, signer: signer)
    }

    /// The peer whose signature over a signal holds. Throws as ``EnvelopeVerifier`` does.
    static func signer(of envelope: SOAPEnvelope, _ policy: SignerPolicy, _ now: Date) throws(EBMSError) -> Certificate {
        let verifier = try EnvelopeVerifier(envelope)
        return try verifier.verify(try verifier.targets(attachments: []), policy: policy, now: now)
    }
}
