import Documents
import Signatures

/// Makes a message ready for the wire: compress, sign, MIME (the order eDelivery AS4 1.15 demands).
///
/// The same message and payload give the same digests and, because RSA-SHA256 is deterministic, the same bytes.
package struct OutboundPackager: Sendable {
    private let signer: EnvelopeSigner
    private let protection: PayloadProtection

    /// A message ready to send.
    package struct PackagedMessage: Sendable, Equatable {
        /// What to POST, and to keep: a resend is these bytes.
        package let entity: AS4Entity
        /// What its receipt must prove.
        package let sent: SentMessage
    }

    /// Throws A091 unless the key is RSA and belongs to the certificate.
    package init(key: PrivateKey, certificate: Certificate, protection: PayloadProtection = .none) throws(Refusal) {
        signer = try EnvelopeSigner(key: key, certificate: certificate)
        self.protection = protection
    }

    /// Packs one payload into the message's only part, which must be a compressed one (``PayloadPart/compressedXML(contentID:)``).
    /// Throws A090 when the message breaks a rule that we would refuse it for ourselves (the detail names that rule's code), and D013,
    /// D009, K007 from below.
    package func pack(_ message: UserMessage, payload: [UInt8]) throws(Refusal) -> PackagedMessage {
        guard let part = message.parts.first, message.parts.count == 1, part.compressionType == EBMSName.gzip, part.mimeType != nil else {
            throw Refusal(AS4Code.notPackageable, detail: "one part with MimeType and CompressionType application/gzip")
        }
        let compressed: [UInt8]
        do {
            compressed = try Gzip.compress(payload)
        } catch {
            throw error.refusal
        }
        switch protection {
        case .none: break
        }
        let signed = try signer.sign(
            UserMessageWriter.markup(message), attachments: [.init(contentID: part.contentID, content: compressed)], seed: message.messageID
        )
        try Self.requireReadable(signed.envelope, as: message)
        let parts = [MultipartWriter.Part(contentID: part.contentID, contentType: EBMSName.gzip, content: compressed)]
        return PackagedMessage(
            entity: MultipartWriter.entity(envelope: signed.envelope, parts: parts),
            sent: SentMessage(messageID: message.messageID, references: signed.references))
    }

    /// What we send, we must ourselves be able to read as what was meant.
    private static func requireReadable(_ envelope: [UInt8], as message: UserMessage) throws(Refusal) {
        do throws(EBMSError) {
            guard try UserMessageReader(try SOAPEnvelope(envelope).only("UserMessage")).message() == message else {
                throw EBMSError(.notPackageable, detail: "values do not survive XML")
            }
        } catch {
            throw Refusal(AS4Code.notPackageable, at: error.refusal.place, detail: "\(error.refusal.code) \(error.refusal.detail ?? "")")
        }
    }
}
