import Documents
import Foundation
import Signatures

/// Everything the wire demands of an inbound user message, in one fixed order:
/// MIME, envelope, message id, security structure and algorithms, header structure, coverage, empty Body, partner, trust and signature,
/// parts against header, agreement, decompression. Nothing of the content is used before the signature over it holds.
///
/// Memory does not grow with the entity: parts are stretches of its body, and what is made from them goes to scratch space.
package struct InboundUnpackager: Sendable {
    private let limits: InboundLimits

    /// Makes an unpackager.
    package init(limits: InboundLimits = .standard) {
        self.limits = limits
    }

    /// Judges an entity. `partner` finds the policy for the message's From and To; `nil` refuses with EBMS:0010. Small contents stay in memory,
    /// larger ones go to `scratch`; the body must stay readable as long as the result is used. Blocking.
    /// Throws the first fault found; its ``EBMSError/refToMessageID`` is set as soon as the MessageId could be read. A092 is trouble of our own
    /// with `scratch` or the body: the sender is to come again.
    package func unpack(
        _ entity: StreamedEntity, scratch: any ScratchSpace, now: Date, partner: (UserMessage) -> AS4PartnerPolicy?
    ) throws(EBMSError) -> ReceivedUserMessage {
        let scratch = SpillingScratch(scratch)
        let unpacked = try UnpackedEntity(entity, scratch: scratch, limits: limits)
        let envelope = try SOAPEnvelope(unpacked.envelope)
        let reader = try UserMessageReader(try envelope.only("UserMessage"))
        do {
            return try judge(reader, Opened(envelope: envelope, attachments: unpacked.attachments, scratch: scratch), now, partner)
        } catch {
            throw error.about(reader.facts.messageID)
        }
    }

    /// An entity taken apart.
    private struct Opened {
        let envelope: SOAPEnvelope
        let attachments: [UnpackedEntity.Attachment]
        let scratch: any ScratchSpace
    }

    private func judge(
        _ reader: UserMessageReader, _ opened: Opened, _ now: Date, _ partner: (UserMessage) -> AS4PartnerPolicy?
    ) throws(EBMSError) -> ReceivedUserMessage {
        let (envelope, attachments) = (opened.envelope, opened.attachments)
        // A message with no Security at all is told what is wrong with its header first: its sender may not have got to signing yet.
        let early = envelope.hasSecurity ? try EnvelopeVerifier(envelope) : nil
        let message = try reader.message()
        guard let verifier = early else { throw EBMSError(.securityHeader, at: envelope.header.place, detail: "Security: 0") }
        let targets = try verifier.targets(attachments: attachments)
        try envelope.requireEmptyBody()
        guard let policy = partner(message) else { throw EBMSError(.unknownPartner) }
        let parts = PartMatch(message: message, attachments: attachments)
        let octets = AttachmentDigest(compressed: parts.compressed, limits: limits)
        let signer = try verifier.verify(targets, policy: policy.signer, attachments: octets, now: now)
        try parts.requireOneToOne()
        let agreement = try policy.agreement(for: message)
        return ReceivedUserMessage(
            userMessage: message, payloads: try parts.payloads(limits: limits, scratch: opened.scratch),
            references: verifier.signedInfo.references, signer: signer, partner: policy.name, agreement: agreement)
    }
}
