import Foundation
import TestSupport

/// One case of llhttp's own tests: bytes, and what its strict parser makes of them.
struct ParserVector: Sendable {
    /// File and heading.
    let name: String
    let bytes: [UInt8]
    /// llhttp's code of the first error, 22 (upgrade) and 23 left out: those are no errors of form.
    let error: Int?
    /// Messages that were complete before it.
    let completed: Int
    /// Whether the parser was told to bear what it would refuse; its verdict then is not ours.
    let isLenient: Bool

    /// All cases of an archive, in the order of file and place.
    static func all(_ archive: String) async throws -> [ParserVector] {
        let folder = try TemporaryFolder("vectors")
        let result = try await Tool.require("tar").run(["-xzf", SharedCorpus.file(archive), "-C", folder.path])
        guard result.isSuccess else { throw SupportFailure("tar: \(result.errorText)") }
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
        return try files.flatMap { file in
            try read(
                String(decoding: folder.bytes(of: file), as: UTF8.self), file: file.split(separator: "/").last.map(String.init) ?? file)
        }
    }

    private static func read(_ page: String, file: String) -> [ParserVector] {
        var heading = ""
        var meta = ""
        var vectors: [ParserVector] = []
        var lines = page.components(separatedBy: "\n")[...]
        var request: [String]?
        while let line = lines.popFirst() {
            if line.hasPrefix("#") { heading = line.trimmingCharacters(in: ["#", " "]) }
            if line.hasPrefix("<!-- meta=") { meta = line.replacing(" ", with: "") }
            guard line == "```http" || line == "```log" else { continue }
            let block = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(block.count + 1)
            if line == "```http" { request = block }
            guard line == "```log", let source = request else { continue }
            vectors.append(ParserVector("\(file): \(heading)", source: source, log: block, meta: meta))
            request = nil
        }
        return vectors
    }

    private init(_ name: String, source: [String], log: [String], meta: String) {
        self.name = name
        bytes = Self.unescaped(source)
        let end = log.firstIndex { $0.contains(/error code=(?!2[23]\b)/) }
        error = end.flatMap { log[$0].firstMatch(of: /code=([0-9]+)/) }.flatMap { Int($0.1) }
        completed = log[..<(end ?? log.endIndex)].count { $0.hasSuffix("message complete") }
        isLenient = meta.contains("lenient")
    }

    /// As llhttp's tests read their pages: a line ends with CRLF, a backslash at its end joins it with the next, the rest are C's escapes.
    private static func unescaped(_ lines: [String]) -> [UInt8] {
        let joined = lines.joined(separator: "\r\n").replacing("\\\r\n", with: "")
        var bytes: [UInt8] = []
        var rest = Array(joined.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch escaped {
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "x"):
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            default: bytes.append(escaped)
            }
        }
        return bytes
    }

    /// The same request for our path, as it would have to be to reach the application: first line `POST /as4`, a Host.
    var forUs: [UInt8]? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let match = text.firstMatch(of: /^[A-Z]+ [^ ]+ HTTP\/1\.1\r\n/) else { return nil }
        let host = text.contains(/(?i)\r\nhost:/) ? "" : "Host: localhost\r\n"
        return Array("POST /as4 HTTP/1.1\r\n\(host)\(text[match.range.upperBound...])".utf8)
    }
}
