/// An entity taken apart: the SOAP envelope and the parts beside it, nothing of them judged yet.
package struct UnpackedEntity: Sendable {
    /// A part beside the envelope.
    package struct Attachment: Sendable {
        /// Content-ID without angle brackets: the peer's words, for equality only.
        package let contentID: String
        /// The part's own Content-Type.
        package let mediaType: MediaType
        /// The part's bytes, transfer encoding removed.
        package let content: any ByteSource
    }

    /// The envelope's bytes.
    package let envelope: [UInt8]
    /// All other parts, in their order.
    package let attachments: [Attachment]

    /// Takes an entity apart: `multipart/related` with a SOAP root part (RFC 2387), or a bare `application/soap+xml`. Reads it once from
    /// start to end and holds one piece and the envelope. Throws A001–A015, A092.
    package init(_ entity: StreamedEntity, scratch: any ScratchSpace, limits: InboundLimits = .standard) throws(EBMSError) {
        guard entity.body.count <= limits.entityBytes else {
            throw EBMSError(.entityTooLarge, detail: "\(entity.body.count) > \(limits.entityBytes) bytes")
        }
        let type = try MediaType(parsing: entity.contentType)
        switch type.name {
        case Self.soap:
            try type.requireUTF8()
            envelope = try Self.envelope(entity.body, limits)
            attachments = []
        case Self.multipart:
            var reader = try Self.reader(entity, type, limits)
            let parts = try reader.parts(scratch: scratch)
            let root = try Self.root(of: parts, start: type.parameters["start"])
            envelope = try Self.envelope(parts[root].content, limits)
            attachments = try Self.attachments(parts, besides: root)
        default: throw EBMSError(.contentType, detail: "neither multipart/related nor application/soap+xml")
        }
    }

    /// The same for a small entity in memory, such as a signal.
    package init(_ entity: AS4Entity, limits: InboundLimits = .standard) throws(EBMSError) {
        try self.init(StreamedEntity(entity), scratch: MemoryScratch(), limits: limits)
    }

    /// The envelope alone of an entity whose root part comes first, as ours do; what follows is not read. Throws A001–A015, A092.
    static func envelope(of entity: StreamedEntity, limits: InboundLimits = .standard) throws(EBMSError) -> [UInt8] {
        let type = try MediaType(parsing: entity.contentType)
        guard type.name == multipart else { return try UnpackedEntity(entity, scratch: MemoryScratch(), limits: limits).envelope }
        var reader = try reader(entity, type, limits)
        let part = try reader.firstPart(scratch: MemoryScratch())
        return try envelope(part.content, limits)
    }

    /// Media type of SOAP 1.2.
    static let soap = "application/soap+xml"
    private static let multipart = "multipart/related"

    private static func reader(_ entity: StreamedEntity, _ type: MediaType, _ limits: InboundLimits) throws(EBMSError) -> MultipartReader {
        guard type.parameters["type"]?.lowercased() == soap else { throw EBMSError(.contentType, detail: "type parameter") }
        return try MultipartReader(entity.body, boundary: type.parameters["boundary"], limits: limits)
    }

    private static func envelope(_ content: any ByteSource, _ limits: InboundLimits) throws(EBMSError) -> [UInt8] {
        guard content.count <= limits.envelopeBytes else {
            throw EBMSError(.entityTooLarge, detail: "envelope: \(content.count) > \(limits.envelopeBytes) bytes")
        }
        return try storing { () throws(StreamFault) in try content.bytes() }
    }

    /// The part that `start` names, or the first.
    private static func root(of parts: [MIMEPart], start: String?) throws(EBMSError) -> Int {
        var root = 0
        if let start {
            guard let id = ContentID.parse(header: start), let named = parts.firstIndex(where: { $0.contentID == id }) else {
                throw EBMSError(.rootPart, detail: "start names no part")
            }
            root = named
        }
        guard parts[root].mediaType.name == soap else { throw EBMSError(.rootPart, detail: "not application/soap+xml") }
        try parts[root].mediaType.requireUTF8()
        return root
    }

    private static func attachments(_ parts: [MIMEPart], besides root: Int) throws(EBMSError) -> [Attachment] {
        var seen = Set(parts[root].contentID.map { [$0] } ?? [])
        var attachments: [Attachment] = []
        for (index, part) in parts.enumerated() where index != root {
            guard let id = part.contentID else { throw EBMSError(.contentID, detail: "part \(index + 1)") }
            guard seen.insert(id).inserted else { throw EBMSError(.repeatedContentID, detail: "part \(index + 1)") }
            attachments.append(Attachment(contentID: id, mediaType: part.mediaType, content: part.content))
        }
        return attachments
    }
}
