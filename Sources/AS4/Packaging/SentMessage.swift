import Documents
import Signatures

/// What was sent, as far as a receipt must prove it.
package struct SentMessage: Sendable, Equatable {
    /// Its MessageId.
    package let messageID: String
    /// The references its signature covers.
    package let references: [SignedReference]

    init(messageID: String, references: [SignedReference]) {
        self.messageID = messageID
        self.references = references
    }

    /// Reads it back from the stored bytes of a request of ours, so that a receipt can be matched after a restart. Nothing is verified:
    /// the spool vouches for its own bytes. Throws as the readers of an inbound message do.
    package init(stored entity: AS4Entity) throws(EBMSError) {
        var limits = InboundLimits.standard
        limits.entityBytes = .max
        let unpacked = try UnpackedEntity(entity, limits: limits)
        let envelope = try SOAPEnvelope(unpacked.envelope)
        messageID = try UserMessageReader(try envelope.only("UserMessage")).facts.messageID
        references = try EnvelopeVerifier(envelope).signedInfo.references
    }
}
