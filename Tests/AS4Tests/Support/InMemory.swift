import Documents
import Foundation
import Signatures

@testable import AS4

/// Whole messages in memory, as most tests want them.
extension OutboundPackager {
    /// A packed message whose entity can be looked at and bent.
    struct Packed {
        let entity: AS4Entity
        let sent: SentMessage
    }

    /// Packs one payload into a message's only part.
    func pack(_ message: UserMessage, payload: [UInt8]) throws -> Packed {
        try pack(message, payloads: [OutboundPayload(message.parts.first ?? .compressedXML(), content: MemorySource(payload))])
    }

    func pack(_ message: UserMessage, payloads: [OutboundPayload]) throws -> Packed {
        let scratch = MemoryScratch()
        let packaged = try pack(message, payloads: payloads, scratch: scratch, into: scratch.makeSink())
        let entity = AS4Entity(contentType: packaged.contentType, body: try packaged.body.bytes())
        return Packed(entity: entity, sent: packaged.sent)
    }
}

extension InboundUnpackager {
    func unpack(_ entity: AS4Entity, now: Date, partner: (UserMessage) -> AS4PartnerPolicy?) throws(EBMSError) -> ReceivedUserMessage {
        try unpack(StreamedEntity(entity), scratch: MemoryScratch(), now: now, partner: partner)
    }
}

extension SentMessage {
    init(stored entity: AS4Entity) throws(EBMSError) { try self.init(stored: StreamedEntity(entity)) }
}

extension MultipartWriter {
    static func entity(envelope: [UInt8], parts: [Part]) throws -> AS4Entity {
        let sink = try MemoryScratch().makeSink()
        let type = try write(envelope: envelope, parts: parts, into: sink)
        return AS4Entity(contentType: type, body: try sink.finish().bytes())
    }
}

extension MultipartWriter.Part {
    init(contentID: String, contentType: String, content: [UInt8]) {
        self.init(contentID: contentID, contentType: contentType, content: MemorySource(content))
    }
}

extension EnvelopeSigner.Attachment {
    /// What covers this part, whatever its type: its octets.
    init(_ part: MultipartWriter.Part) throws {
        self.init(contentID: part.contentID, digest: try part.content.sha256())
    }
}

extension UnpackedEntity {
    /// The attachments' contents.
    func contents() throws -> [[UInt8]] { try attachments.map { try $0.content.bytes() } }
}

extension ReceivedUserMessage {
    /// The payloads' contents.
    func contents() throws -> [[UInt8]] { try payloads.map { try $0.bytes() } }
}

extension Gzip {
    static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        let sink = try MemoryScratch().makeSink()
        try compress(MemorySource(bytes), into: sink)
        return try sink.finish().bytes()
    }

    static func decompress(_ bytes: [UInt8], limits: InboundLimits) throws -> [UInt8] {
        let sink = try MemoryScratch().makeSink()
        try decompress(MemorySource(bytes), limits: limits, into: sink)
        return try sink.finish().bytes()
    }
}
