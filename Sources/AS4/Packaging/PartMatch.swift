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

    /// The payloads in the order of the header, decompressed; all of them together within `payloadBytes`. Throws A041, A045–A047.
    func payloads(limits: InboundLimits) throws(EBMSError) -> [ReceivedUserMessage.Payload] {
        var payloads: [ReceivedUserMessage.Payload] = []
        var left = limits
        for part in message.parts {
            guard let attachment = attachments.first(where: { $0.contentID == part.contentID }) else { throw EBMSError(.missingPart) }
            let content = part.compressionType == nil ? attachment.content : try Gzip.decompress(attachment.content, limits: left)
            left.payloadBytes = max(0, left.payloadBytes - content.count)
            let type = part.mimeType ?? attachment.mediaType.name
            payloads.append(ReceivedUserMessage.Payload(part: part, mimeType: type, content: content))
        }
        return payloads
    }
}
