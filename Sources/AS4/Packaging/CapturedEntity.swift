import Foundation

/// An HTTP entity as somebody captured it: with its header lines, as a multipart body alone, or as an envelope whose parts lie in files of their own.
package enum CapturedEntity {
    /// A part that lies beside the envelope.
    package struct Part: Sendable {
        /// Content-ID without angle brackets.
        package let contentID: String
        /// Its bytes, as they stood on the wire.
        package let content: [UInt8]

        /// Makes a part.
        package init(contentID: String, content: [UInt8]) { (self.contentID, self.content) = (contentID, content) }
    }

    /// Makes the entity that crossed the wire. With `parts`, `bytes` is the bare envelope; else `contentType` says what it is; else its own header
    /// lines do, or its first delimiter; else it is a bare envelope. Lines of a request or status before the header are passed over.
    ///
    /// - Throws: A001 when there are header lines and no Content-Type among them; A092 never, for all is in memory.
    package static func entity(_ bytes: [UInt8], contentType: String? = nil, parts: [Part] = []) throws(EBMSError) -> StreamedEntity {
        guard parts.isEmpty else { return try joined(bytes, parts) }
        if let contentType { return StreamedEntity(contentType: contentType, body: MemorySource(bytes)) }
        if bytes.starts(with: "--".utf8) { return StreamedEntity(contentType: multipart(bytes), body: MemorySource(bytes)) }
        guard let (lines, body) = header(bytes) else { return StreamedEntity(contentType: soap, body: MemorySource(bytes)) }
        guard let type = lines.first(where: { $0.lowercased().hasPrefix("content-type:") }) else {
            throw EBMSError(.contentType, detail: "no Content-Type among the header lines")
        }
        let value = type.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces)
        return StreamedEntity(contentType: value, body: MemorySource(body))
    }

    private static let soap = UnpackedEntity.soap + "; charset=UTF-8"

    private static func joined(_ envelope: [UInt8], _ parts: [Part]) throws(EBMSError) -> StreamedEntity {
        let files = parts.map { part in
            MultipartWriter.Part(contentID: part.contentID, contentType: mediaType(part.content), content: MemorySource(part.content))
        }
        return try storing { () throws(StreamFault) in
            let sink = try MemoryScratch().makeSink()
            let type = try MultipartWriter.write(envelope: envelope, parts: files, into: sink)
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

    /// Header lines, unfolded, and what follows the empty line; nil when the bytes do not begin with header lines.
    private static func header(_ bytes: [UInt8]) -> (lines: [String], body: [UInt8])? {
        guard let first = bytes.first, first < 0x80, Character(Unicode.Scalar(first)).isLetter else { return nil }
        for lineEnd in ["\r\n", "\n"] {
            guard let end = bytes.firstRange(of: Array((lineEnd + lineEnd).utf8)) else { continue }
            let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).replacing(/\r?\n[ \t]+/, with: " ")
            return (text.split(whereSeparator: \.isNewline).map(String.init), Array(bytes[end.upperBound...]))
        }
        return nil
    }
}
