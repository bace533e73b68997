import Foundation
import TestSupport

@testable import AS4

/// A captured HTTP message, MIME message or bare envelope from a file, as the entity that HTTP would have delivered.
enum Capture {
    /// Reads a file of the corpus. `unlicensed` takes out the comment that a repository put above the root element.
    static func entity(_ path: String, networkLineEnds: Bool = false, unlicensed: Bool = false) throws -> AS4Entity {
        var bytes = try SharedCorpus.bytes(of: path)
        if networkLineEnds { bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8) }
        let entity = entity(bytes)
        return unlicensed ? try entity.cutting(from: "<!--", through: "-->") : entity
    }

    static func entity(_ bytes: [UInt8]) -> AS4Entity {
        if let (header, body) = split(bytes), let type = contentType(header) { return AS4Entity(contentType: type, body: body) }
        var rest = bytes[...]
        // A byte order mark and an empty line that an editor put before the first delimiter.
        if rest.starts(with: [0xEF, 0xBB, 0xBF, 0x0D, 0x0A, 0x2D, 0x2D]) { rest = rest.dropFirst(5) }
        guard rest.starts(with: "--".utf8), let end = ByteSearch.first(ByteSearch.lineEnd, in: rest) else {
            return AS4Entity(contentType: "application/soap+xml; charset=UTF-8", body: bytes)
        }
        let boundary = String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self)
        return AS4Entity(contentType: "multipart/related; type=\"application/soap+xml\"; boundary=\"\(boundary)\"", body: Array(rest))
    }

    /// Header lines, unfolded, and the body; nil when the file does not begin with header lines.
    private static func split(_ bytes: [UInt8]) -> (header: [String], body: [UInt8])? {
        guard let first = bytes.first, first < 0x80, UnicodeScalar(first).properties.isAlphabetic else { return nil }
        for lineEnd in ["\r\n", "\n"] {
            guard let end = ByteSearch.first(Array((lineEnd + lineEnd).utf8), in: bytes[...]) else { continue }
            let text = String(decoding: bytes[..<end], as: UTF8.self).replacing(lineEnd + "\t", with: " ").replacing(
                lineEnd + " ", with: " ")
            return (text.components(separatedBy: lineEnd), Array(bytes[(end + 2 * lineEnd.utf8.count)...]))
        }
        return nil
    }

    private static func contentType(_ header: [String]) -> String? {
        header.first { $0.lowercased().hasPrefix("content-type:") }.map {
            $0.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces)
        }
    }
}
