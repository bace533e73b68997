import Documents
import Signatures

/// The digest of an attachment under the Attachment-Content-Signature-Transform (WSS SwA profile 1.1, 5.4.2).
struct AttachmentDigest {
    /// Compressed parts and everything unknown are taken as octets; uncompressed XML is canonicalized and other text gets CRLF line
    /// ends, as WSS4J does it by the part's Content-Type. Throws D001–D009 (as EBMS:0101) when XML cannot be canonicalized.
    static func sha256(_ attachment: UnpackedEntity.Attachment, isCompressed: Bool) throws(EBMSError) -> [UInt8] {
        guard !isCompressed else { return Digest.sha256(attachment.content) }
        if attachment.mediaType.isXML {
            return try answering(.failedAuthentication) { () throws(Refusal) in
                try CanonicalDigest.sha256(of: try Document.parse(attachment.content).root)
            }
        }
        guard attachment.mediaType.name.hasPrefix("text/") else { return Digest.sha256(attachment.content) }
        return Digest.sha256(withNetworkLineEnds(attachment.content))
    }

    private static func withNetworkLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: text += ByteSearch.lineEnd
            default: text.append(byte)
            }
            previous = byte
        }
        return text
    }
}
