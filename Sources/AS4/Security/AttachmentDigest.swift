import Documents
import Signatures

/// The digest of an attachment under the Attachment-Content-Signature-Transform (WSS SwA profile 1.1, 5.4.2).
struct AttachmentDigest {
    /// Content-IDs of the parts that the header calls compressed.
    var compressed: Set<String> = []
    var limits = InboundLimits.standard

    /// Compressed parts and everything unknown are taken as octets; uncompressed XML is canonicalized and other text gets CRLF line
    /// ends, as WSS4J does it by the part's Content-Type. Throws D001–D009 (as EBMS:0101) when XML cannot be canonicalized, A015 when it is
    /// too large for that, A092.
    func sha256(_ attachment: UnpackedEntity.Attachment) throws(EBMSError) -> [UInt8] {
        let content = attachment.content
        if !compressed.contains(attachment.contentID) {
            if attachment.mediaType.isXML { return try canonical(content) }
            if attachment.mediaType.name.hasPrefix("text/") { return try Self.withNetworkLineEnds(content) }
        }
        return try storing { () throws(StreamFault) in try content.sha256() }
    }

    /// The whole document is checked byte by byte before any tree is built (``Document/parse(_:limits:)``).
    private func canonical(_ content: any ByteSource) throws(EBMSError) -> [UInt8] {
        guard content.count <= limits.uncompressedXMLBytes else {
            throw EBMSError(.entityTooLarge, detail: "uncompressed XML over \(limits.uncompressedXMLBytes) bytes")
        }
        let bytes = try storing { () throws(StreamFault) in try content.bytes() }
        return try answering(.failedAuthentication) { () throws(Refusal) in
            try CanonicalDigest.sha256(of: try Document.parse(bytes).root)
        }
    }

    private static func withNetworkLineEnds(_ content: any ByteSource) throws(EBMSError) -> [UInt8] {
        var digest = Digest.SHA256Stream()
        var text: [UInt8] = []
        var previous: UInt8 = 0
        try content.forEachPiece(orThrow: EBMSError.init) { piece throws(EBMSError) in
            text.removeAll(keepingCapacity: true)
            for byte in piece {
                switch byte {
                case 0x0A where previous == 0x0D: break
                case 0x0A, 0x0D: text += ByteSearch.lineEnd
                default: text.append(byte)
                }
                previous = byte
            }
            text.withUnsafeBytes { digest.update($0) }
        }
        return digest.finish()
    }
}
