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
    /// the spool vouches for its own bytes. Only the envelope is read. Throws as the readers of an inbound message do.
    package init(stored entity: StreamedEntity) throws(EBMSError) {
        let envelope = try SOAPEnvelope(try UnpackedEntity.envelope(of: entity))
        messageID = try UserMessageReader(try envelope.only("UserMessage")).facts.messageID
        references = try EnvelopeVerifier(envelope).signedInfo.references
    }
}
