import Foundation

/// An HTTP entity as somebody captured it: with its header lines, as a multipart body alone, or as an envelope whose parts lie in files of their own.
package enum CapturedEntity {
    /// A part that lies beside the envelope.
    package struct Part: Sendable {
        /// Content-ID without angle brackets.
        package let contentID: String
        /// Its bytes, as they stood on the wire.
        package let content: any ByteSource

        /// Makes a part.
        package init(contentID: String, content: any ByteSource) { (self.contentID, self.content) = (contentID, content) }
    }

    /// Bytes at the beginning that are looked at: header lines are no longer.
    private static let longestHead = 64 * 1024

    /// Makes the entity that crossed the wire. With `parts`, the capture is the bare envelope; else `contentType` says what it is; else its own header
    /// lines do, or its first delimiter; else it is a bare envelope. Lines of a request or status before the header are passed over.
    ///
    /// Nothing of it is held in memory but its beginning; parts go through `scratch`. Blocking.
    /// - Throws: A001 when there are header lines and no Content-Type among them; A015 when an envelope with parts is too large; A092.
    package static func entity(
        _ capture: any ByteSource, contentType: String? = nil, parts: [Part] = [], scratch: any ScratchSpace
    ) throws(EBMSError) -> StreamedEntity {
        guard parts.isEmpty else { return try joined(capture, parts, scratch) }
        if let contentType { return StreamedEntity(contentType: contentType, body: capture) }
        let head = try beginning(of: capture)
        if head.starts(with: "--".utf8) { return StreamedEntity(contentType: multipart(head), body: capture) }
        guard let (lines, length) = header(head) else { return StreamedEntity(contentType: soap, body: capture) }
        guard let type = lines.first(where: { $0.lowercased().hasPrefix("content-type:") }) else {
            throw EBMSError(.contentType, detail: "no Content-Type among the header lines")
        }
        let value = type.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces)
        return StreamedEntity(contentType: value, body: SourceSlice(capture, length..<capture.count))
    }

    private static let soap = UnpackedEntity.soap + "; charset=UTF-8"

    private static func beginning(of capture: any ByteSource) throws(EBMSError) -> [UInt8] {
        try storing { () throws(StreamFault) in try SourceSlice(capture, 0..<min(longestHead, capture.count)).bytes() }
    }

    private static func joined(_ envelope: any ByteSource, _ parts: [Part], _ scratch: any ScratchSpace) throws(EBMSError) -> StreamedEntity
    {
        let limit = InboundLimits.standard.envelopeBytes
        guard envelope.count <= limit else { throw EBMSError(.entityTooLarge, detail: "envelope: \(envelope.count) > \(limit) bytes") }
        var files: [MultipartWriter.Part] = []
        for part in parts {
            let type = mediaType(try beginning(of: part.content))
            files.append(MultipartWriter.Part(contentID: part.contentID, contentType: type, content: part.content))
        }
        return try storing { () throws(StreamFault) in
            let sink = try scratch.makeSink()
            let type = try MultipartWriter.write(envelope: try envelope.bytes(), parts: files, into: sink)
            return StreamedEntity(contentType: type, body: try sink.finish())
        }
    }

    /// What a part on disk must have been: its own Content-Type is lost, and matters for XML in clear only.
    private static func mediaType(_ content: [UInt8]) -> String {
        if content.starts(with: [0x1F, 0x8B]) { return EBMSName.gzip }
        return content.first { !Set("\u{FEFF} \t\r\n".utf8).contains($0) } == UInt8(ascii: "<")
            ? "application/xml" : "application/octet-stream"
    }

    private static func multipart(_ bytes: [UInt8]) -> String {
        let line = bytes.dropFirst(2).prefix { $0 != 0x0D && $0 != 0x0A }
        let boundary = String(decoding: line, as: UTF8.self).replacing("\"", with: "")
        return "multipart/related; type=\"\(UnpackedEntity.soap)\"; boundary=\"\(boundary)\""
    }

    /// Header lines, unfolded, and how long they are with the empty line; nil when the bytes do not begin with header lines.
    private static func header(_ bytes: [UInt8]) -> (lines: [String], length: Int)? {
        guard let first = bytes.first, first < 0x80, Character(Unicode.Scalar(first)).isLetter else { return nil }
        for lineEnd in ["\r\n", "\n"] {
            guard let end = bytes.firstRange(of: Array((lineEnd + lineEnd).utf8)) else { continue }
            let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).replacing(/\r?\n[ \t]+/, with: " ")
            return (text.split(whereSeparator: \.isNewline).map(String.init), end.upperBound)
        }
        return nil
    }
}
