import Signatures

/// The parts of a message against what its header says of them.
struct PartMatch {
    let message: UserMessage
    let attachments: [UnpackedEntity.Attachment]

    /// Content-IDs of the parts that the header calls compressed.
    var compressed: Set<String> {
        Set(message.parts.filter { $0.compressionType != nil }.map(\.contentID))
    }

    /// Throws A040 for a part that no PartInfo names, A041 for a PartInfo without part. Content-IDs are compared character by character.
    func requireOneToOne() throws(EBMSError) {
        let named = Set(message.parts.map(\.contentID))
        let present = Set(attachments.map(\.contentID))
        guard present.isSubset(of: named) else { throw EBMSError(.unreferencedPart, detail: "\(present.subtracting(named).count)") }
        guard named.isSubset(of: present) else { throw EBMSError(.missingPart, detail: "\(named.subtracting(present).count)") }
    }

    /// The payloads in the order of the header, decompressed into scratch space; each within `payloadBytes` and all of them together within
    /// `allPayloadBytes`. Throws A015, A041, A045–A047, A092.
    func payloads(limits: InboundLimits, scratch: any ScratchSpace) throws(EBMSError) -> [ReceivedUserMessage.Payload] {
        var payloads: [ReceivedUserMessage.Payload] = []
        var left = limits
        for part in message.parts {
            guard let attachment = attachments.first(where: { $0.contentID == part.contentID }) else { throw EBMSError(.missingPart) }
            left.payloadBytes = min(limits.payloadBytes, left.allPayloadBytes)
            let payload = try Self.payload(part, attachment, left, scratch)
            left.allPayloadBytes -= payload.content.count
            payloads.append(payload)
        }
        return payloads
    }

    private static func payload(
        _ part: PayloadPart, _ attachment: UnpackedEntity.Attachment, _ limits: InboundLimits, _ scratch: any ScratchSpace
    ) throws(EBMSError) -> ReceivedUserMessage.Payload {
        let type = part.mimeType ?? attachment.mediaType.name
        guard part.compressionType != nil else {
            let content = attachment.content
            guard content.count <= limits.payloadBytes else {
                throw EBMSError(.entityTooLarge, detail: "part over \(limits.payloadBytes) bytes")
            }
            let sha256 = try storing { () throws(StreamFault) in try content.sha256() }
            return ReceivedUserMessage.Payload(part: part, mimeType: type, content: content, sha256: sha256)
        }
        let sink = DigestingSink(try storing { () throws(StreamFault) in try scratch.makeSink() })
        try Gzip.decompress(attachment.content, limits: limits, into: sink)
        let content = try storing { () throws(StreamFault) in try sink.finish() }
        return ReceivedUserMessage.Payload(part: part, mimeType: type, content: content, sha256: sink.sha256)
    }
}
