import Signatures

/// A user message that passed every check of the wire. What was verified is what stands here.
package struct ReceivedUserMessage: Sendable {
    /// One payload part, decompressed.
    package struct Payload: Sendable {
        /// What the header says of it.
        package let part: PayloadPart
        /// Media type: the MimeType property, or the part's own Content-Type.
        package let mimeType: String
        /// The content: in scratch space, or a stretch of the entity it came in.
        package let content: any ByteSource
        /// SHA-256 of the content, 32 bytes.
        package let sha256: [UInt8]

        /// The content in memory; for what is known to be small. Throws A092 (EBMS:0202).
        package func bytes() throws(EBMSError) -> [UInt8] {
            try storing { () throws(StreamFault) in try content.bytes() }
        }
    }

    /// The header.
    package let userMessage: UserMessage
    /// The payloads in the order of the header; the first is the leading document.
    package let payloads: [Payload]
    /// The references of the verified signature: what a receipt repeats.
    package let references: [SignedReference]
    /// Whose key signed, trusted under the partner's policy.
    package let signer: Certificate
    /// The partner's name in the configuration.
    package let partner: String
    /// The agreement it came under.
    package let agreement: AS4Agreement
    /// Whether its parts were encrypted.
    package let isEncrypted: Bool

    /// True for a message to the test service: it gets its receipt, and is neither stored nor delivered.
    package var isTest: Bool { userMessage.isTest }
}
