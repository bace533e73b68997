import Signatures

/// Writes `multipart/related` with a SOAP root part (RFC 2387, eDelivery AS4 1.15). The same envelope and parts give the same bytes.
struct MultipartWriter {
    /// A part beside the envelope.
    struct Part {
        let contentID: String
        let contentType: String
        let content: [UInt8]
    }

    private static let rootID = "envelope@sluss"

    static func entity(envelope: [UInt8], parts: [Part]) -> AS4Entity {
        let boundary = boundary(envelope, parts)
        var body: [UInt8] = []
        body.reserveCapacity(envelope.count + parts.reduce(1024) { $0 + $1.content.count + 512 })
        let root = Part(contentID: rootID, contentType: "\(UnpackedEntity.soap); charset=UTF-8", content: envelope)
        for part in [root] + parts { append(part, to: &body, after: boundary) }
        body += "--\(boundary)--\r\n".utf8
        let type = UnpackedEntity.soap
        let header = "multipart/related; type=\"\(type)\"; boundary=\"\(boundary)\"; start=\"<\(rootID)>\"; start-info=\"\(type)\""
        return AS4Entity(contentType: header, body: body)
    }

    private static func append(_ part: Part, to body: inout [UInt8], after boundary: String) {
        let (type, id) = (part.contentType, part.contentID)
        body += "--\(boundary)\r\nContent-Type: \(type)\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <\(id)>\r\n\r\n".utf8
        body += part.content
        body += ByteSearch.lineEnd
    }

    /// A boundary that occurs in no part: drawn from the content itself, so that it is the same each time.
    private static func boundary(_ envelope: [UInt8], _ parts: [Part]) -> String {
        let seed = Digest.sha256(envelope)
        var attempt: UInt8 = 0
        while true {
            let digest = Digest.sha256(seed + [attempt]).prefix(16)
            let candidate = "sluss-" + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            let pattern = Array(candidate.utf8)
            let occurs = ([envelope] + parts.map(\.content)).contains { ByteSearch.first(pattern, in: $0[...]) != nil }
            if !occurs { return candidate }
            attempt &+= 1
        }
    }
}
