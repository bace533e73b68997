import Foundation
import TestSupport

/// What a command printed, with everything replaced that differs from run to run.
enum Transcript {
    /// Exit code, standard output and standard error as one text to compare.
    static func text(_ result: ToolResult, in folder: TemporaryFolder? = nil) -> String {
        let parts = ["exit \(result.exitCode)", "out:", result.outputText, "err:", result.errorText]
        return normalized(parts.map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }.joined(separator: "\n"), in: folder)
    }

    static func normalized(_ text: String, in folder: TemporaryFolder? = nil) -> String {
        var text = text
        if let folder { text = text.replacing(folder.path, with: "FOLDER") }
        text = text.replacing(ProjectRoot.path, with: "ROOT")
        text = numbered(text)
        text = text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/, with: "INSTANT")
        text = text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (CET|CEST)/, with: "TIME")
        text = text.replacing(/\b[0-9a-f]{64}\b/, with: "SHA256")
        text = text.replacing(/localhost:\d+/, with: "localhost:PORT")
        text = text.replacing(/"(age_seconds|size_bytes|elapsed_seconds)":[0-9.]+/) { "\"\($0.1)\":N" }
        text = text.replacing(/\b[0-9.]+ (s|min)\b/, with: "SPAN")
        text = text.replacing(/\b\d+ B\b/, with: "SIZE")
        text = text.replacing(/pid \d+/, with: "pid N")
        text = text.replacing(/\b(by|av) \S+( as \S+)?$/.anchorsMatchLineEndings()) { "\($0.1) NAME" }
        text = text.replacing(/"who":"[^"]+"/, with: "\"who\":\"NAME\"")
        return text.replacing(#/ {2,}/#, with: "  ")
    }

    /// Ids become ID1, ID2, … in the order they come.
    private static func numbered(_ text: String) -> String {
        var known: [Substring: String] = [:]
        return text.replacing(/\b[0-7][0-9a-hjkmnp-tv-z]{25}\b/) { match in
            let name = known[match.0] ?? "ID\(known.count + 1)"
            known[match.0] = name
            return name
        }
    }
}
