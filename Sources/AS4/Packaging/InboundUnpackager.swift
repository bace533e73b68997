import Documents
import Foundation
import Signatures

/// Everything the wire demands of an inbound message, in one fixed order:
/// MIME, envelope, message id, security structure and algorithms, header structure, coverage, empty Body, partner, trust and signature,
/// parts against header, agreement, decryption, digests of the parts, decompression. Nothing of the content is used before the signature over it
/// holds, and no key of ours before the sender is known.
///
/// Memory does not grow with the entity: parts are stretches of its body, and what is made from them goes to scratch space.
package struct InboundUnpackager: Sendable {
    let limits: InboundLimits
    let keys: [DecryptionKey]

    /// Makes an unpackager. `keys` are our own: the current one and, while it is changed, the next.
    package init(limits: InboundLimits = .standard, keys: [DecryptionKey] = []) {
        self.limits = limits
        self.keys = keys
    }

    /// Judges a user message. `partner` finds the policy for the message's From and To; `nil` refuses with EBMS:0010. Small contents stay in
    /// memory, larger ones go to `scratch`; the body must stay readable as long as the result is used. Blocking.
    /// Throws the first fault found; its ``EBMSError/refToMessageID`` is set as soon as the MessageId could be read. A092 is trouble of our own
    /// with `scratch` or the body: the sender is to come again.
    package func unpack(
        _ entity: StreamedEntity, scratch: any ScratchSpace, now: Date, partner: (UserMessage) -> AS4PartnerPolicy?
    ) throws(EBMSError) -> ReceivedUserMessage {
        try judge(try Opened(entity, SpillingScratch(scratch), limits), now, partner)
    }

    /// Judges whatever was posted: a user message as ``unpack(_:scratch:now:partner:)`` does, or a signal. `signals` is the policy of who stands
    /// at the other end; with `nil`, or when the signature does not hold under it, a signal is not trusted. Throws as the readers of either do.
    package func receive(
        _ entity: StreamedEntity, scratch: any ScratchSpace, now: Date, signals: SignerPolicy?,
        partner: (UserMessage) -> AS4PartnerPolicy?
    ) throws(EBMSError) -> InboundMessage {
        let opened = try Opened(entity, SpillingScratch(scratch), limits)
        let messaging = opened.envelope.messaging
        guard messaging.child("UserMessage", in: Namespace.ebms) == nil, messaging.child("SignalMessage", in: Namespace.ebms) != nil else {
            return .user(try judge(opened, now, partner))
        }
        guard opened.attachments.isEmpty else { throw EBMSError(.unreferencedPart, detail: "\(opened.attachments.count)") }
        return .signal(try PostedSignal(opened.envelope, policy: signals, now: now))
    }

    /// An entity taken apart.
    private struct Opened {
        let envelope: SOAPEnvelope
        let attachments: [UnpackedEntity.Attachment]
        let scratch: any ScratchSpace

        init(_ entity: StreamedEntity, _ scratch: any ScratchSpace, _ limits: InboundLimits) throws(EBMSError) {
            let unpacked = try UnpackedEntity(entity, scratch: scratch, limits: limits)
            envelope = try SOAPEnvelope(unpacked.envelope)
            attachments = unpacked.attachments
            self.scratch = scratch
        }
    }

    private func judge(
        _ opened: Opened, _ now: Date, _ partner: (UserMessage) -> AS4PartnerPolicy?
    ) throws(EBMSError) -> ReceivedUserMessage {
        let reader = try UserMessageReader(try opened.envelope.only("UserMessage"))
        do {
            return try judge(reader, opened, now, partner)
        } catch {
            throw error.about(reader.facts.messageID)
        }
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
        let signer = try verifier.verify(targets, policy: policy.signer, now: now)
        try PartMatch(message: message, attachments: attachments).requireOneToOne()
        let agreement = try policy.agreement(for: message)
        try verifier.require(agreement.suite)
        let parts = PartMatch(message: message, attachments: try clear(opened, verifier, under: agreement))
        let digest = AttachmentDigest(compressed: parts.compressed, limits: limits)
        try verifier.verifyAttachments(parts.attachments, of: targets, digest: digest)
        return ReceivedUserMessage(
            userMessage: message, payloads: try parts.payloads(limits: limits, scratch: opened.scratch),
            references: verifier.signedInfo.references, signer: signer, partner: policy.name, agreement: agreement,
            isEncrypted: verifier.header.encryption != nil)
    }

    /// The attachments decrypted. Throws A053, A067, A068, A092.
    private func clear(
        _ opened: Opened, _ verifier: EnvelopeVerifier, under agreement: AS4Agreement
    ) throws(EBMSError) -> [UnpackedEntity.Attachment] {
        guard let header = verifier.header.encryption else {
            guard agreement.encryption == .off || opened.attachments.isEmpty else {
                throw EBMSError(.unencrypted, at: opened.envelope.header.place)
            }
            return opened.attachments
        }
        let decryption = PartDecryption(header: header, keys: keys, scratch: opened.scratch)
        return try decryption.decrypted(opened.attachments, tokens: verifier.header.tokens)
    }
}
