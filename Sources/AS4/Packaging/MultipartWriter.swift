import Signatures

/// Writes `multipart/related` with a SOAP root part (RFC 2387, eDelivery AS4 1.15), piece by piece. The same envelope and parts give the
/// same bytes.
struct MultipartWriter {
    /// A part beside the envelope.
    struct Part {
        let contentID: String
        let contentType: String
        let content: any ByteSource
        /// Encrypts the content on its way; nil leaves it as it is.
        var key: ContentKey?
    }

    private static let rootID = "envelope@sluss"

    /// Writes the entity into a sink and answers its Content-Type. Throws ``StreamFault``.
    static func write(envelope: [UInt8], parts: [Part], into sink: any ByteSink) throws(StreamFault) -> String {
        let boundary = boundary(of: envelope)
        let root = Part(contentID: rootID, contentType: "\(UnpackedEntity.soap); charset=UTF-8", content: MemorySource(envelope))
        for part in [root] + parts { try write(part, into: sink, after: boundary) }
        try sink.write(Array("--\(boundary)--\r\n".utf8))
        let type = UnpackedEntity.soap
        return "multipart/related; type=\"\(type)\"; boundary=\"\(boundary)\"; start=\"<\(rootID)>\"; start-info=\"\(type)\""
    }

    private static func write(_ part: Part, into sink: any ByteSink, after boundary: String) throws(StreamFault) {
        let (type, id) = (part.contentType, part.contentID)
        let head = "--\(boundary)\r\nContent-Type: \(type)\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <\(id)>\r\n\r\n"
        try sink.write(Array(head.utf8))
        if let key = part.key {
            try PartEncryption.write(part.content, under: key, into: sink)
        } else {
            try sink.write(contentsOf: part.content)
        }
        try sink.write(ByteSearch.lineEnd)
    }

    /// The same each time, and in no part: it is a digest of the envelope, and the envelope holds digests of all parts and the signature over
    /// them, so whoever chooses the content cannot choose it to hold 128 bits that depend on it. The chance that it does is 2⁻¹²⁸ a byte.
    private static func boundary(of envelope: [UInt8]) -> String {
        let digest = Digest.sha256(envelope + Array("boundary".utf8)).prefix(16)
        return "sluss-" + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
