import Documents
import Signatures

/// Makes a message ready for the wire: compress, sign, encrypt, MIME (the order eDelivery AS4 1.15 demands). Memory does not grow with the content.
///
/// The same message and payloads give the same digests and, because RSA-SHA256 is deterministic and unless they are encrypted, the same bytes.
package struct OutboundPackager: Sendable {
    private let signer: EnvelopeSigner
    private let recipient: Certificate?

    /// A message ready to send.
    package struct PackagedMessage: Sendable {
        /// Value of the Content-Type header.
        package let contentType: String
        /// What to POST, and to keep: a resend is these bytes.
        package let body: any ByteSource
        /// What its receipt must prove.
        package let sent: SentMessage
    }

    /// Parts one message may have: WSS4J peers stop at 30 references, two of which are the header's.
    package static let mostPayloads = 28

    /// `recipient` is the partner's encryption certificate, whose trust is the caller's matter: with one, every part is encrypted to it
    /// (aes128-gcm under rsa-oaep); without, none. Throws A091 unless the key is RSA and belongs to the certificate, A093 when `recipient` has no
    /// RSA key of an allowed size.
    package init(key: any MessageKey, certificate: Certificate, encryptingFor recipient: Certificate? = nil) throws(Refusal) {
        signer = try EnvelopeSigner(key: key, certificate: certificate)
        if let recipient { try PartEncryption.requireFit(recipient) }
        self.recipient = recipient
    }

    /// Packs the payloads into a message; its `parts` become theirs, in this order. Each must be a compressed one
    /// (``PayloadPart/compressedXML(contentID:)``, ``PayloadPart/compressed(contentID:mimeType:)``); with none, the entity is the bare envelope.
    /// Compressed contents go through `scratch`, the entity into `sink`, which is then finished. Blocking.
    /// Throws A090 when the message breaks a rule that we would refuse it for ourselves (the detail names that rule's code), A092 for trouble
    /// with content, scratch or sink, and D013, D009, K007 from below.
    package func pack(
        _ message: UserMessage, payloads: [OutboundPayload], scratch: any ScratchSpace, into sink: any ByteSink
    ) throws(Refusal) -> PackagedMessage {
        var message = message
        message.parts = payloads.map(\.part)
        try Self.requireCompressed(message.parts)
        let scratch = SpillingScratch(scratch)
        var compressed: [Compressed] = []
        for payload in payloads { compressed.append(try Compressed(payload, scratch)) }
        let encryption =
            compressed.isEmpty ? nil : try recipient.map { recipient throws(Refusal) in try PartEncryption(recipient: recipient) }
        let signed = try signed(message, compressed, encryption)
        try Self.requireReadable(signed.envelope, as: message)
        let sent = SentMessage(messageID: message.messageID, references: signed.references)
        return try refusing { () throws(StreamFault) in
            let type = try Self.write(signed.envelope, compressed, under: encryption?.key, into: sink)
            return PackagedMessage(contentType: type, body: try sink.finish(), sent: sent)
        }
    }

    private func signed(
        _ message: UserMessage, _ compressed: [Compressed], _ encryption: PartEncryption?
    ) throws(Refusal) -> EnvelopeSigner.Signed {
        var content = EnvelopeSigner.Content(message: UserMessageWriter.markup(message))
        content.attachments = compressed.map { EnvelopeSigner.Attachment(contentID: $0.contentID, digest: $0.digest) }
        if let encryption {
            content.encryption = encryption.markup(parts: compressed.map { ($0.contentID, EBMSName.gzip) }) { kind in
                EnvelopeSigner.id(kind, message.messageID)
            }
        }
        return try signer.sign(content, seed: message.messageID)
    }

    /// A payload as it stands in its MIME part, before encryption.
    private struct Compressed {
        let contentID: String
        let content: any ByteSource
        let digest: [UInt8]

        init(_ payload: OutboundPayload, _ scratch: any ScratchSpace) throws(Refusal) {
            contentID = payload.part.contentID
            do throws(EBMSError) {
                var packed = try Self.compress(payload.content, .usual, scratch)
                // What shrinks as much as a bomb would be refused as one (A046), by us and by peers of the same mind.
                if payload.content.count > InboundLimits.standard.proportion(of: packed.content.count) {
                    packed = try Self.compress(payload.content, .literal, scratch)
                }
                (content, digest) = packed
            } catch {
                throw error.refusal
            }
        }

        private static func compress(
            _ content: any ByteSource, _ effort: Gzip.Effort, _ scratch: any ScratchSpace
        ) throws(EBMSError) -> (content: any ByteSource, digest: [UInt8]) {
            let sink = DigestingSink(try storing { () throws(StreamFault) in try scratch.makeSink() })
            try Gzip.compress(content, into: sink, effort: effort)
            return (try storing { () throws(StreamFault) in try sink.finish() }, sink.sha256)
        }
    }

    private static func write(
        _ envelope: [UInt8], _ compressed: [Compressed], under key: ContentKey?, into sink: any ByteSink
    ) throws(StreamFault) -> String {
        guard !compressed.isEmpty else {
            try sink.write(envelope)
            return "\(UnpackedEntity.soap); charset=UTF-8"
        }
        let type = key == nil ? EBMSName.gzip : "application/octet-stream"
        let parts = compressed.map { MultipartWriter.Part(contentID: $0.contentID, contentType: type, content: $0.content, key: key) }
        return try MultipartWriter.write(envelope: envelope, parts: parts, into: sink)
    }

    private static func requireCompressed(_ parts: [PayloadPart]) throws(Refusal) {
        guard parts.count <= mostPayloads else {
            throw Refusal(AS4Code.notPackageable, detail: "\(parts.count) parts, at most \(mostPayloads)")
        }
        guard parts.allSatisfy({ $0.compressionType == EBMSName.gzip && $0.mimeType != nil }) else {
            throw Refusal(AS4Code.notPackageable, detail: "parts with MimeType and CompressionType application/gzip")
        }
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

/// Runs work on a sink; its fault becomes a refusal (A092).
private func refusing<Result>(_ work: () throws(StreamFault) -> Result) throws(Refusal) -> Result {
    do {
        return try work()
    } catch {
        throw EBMSError(error).refusal
    }
}
