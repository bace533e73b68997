import Documents
import Foundation
import Testing

@testable import Gateway

/// One way to spoil ``ConfigurationSample/good``, and what must be said about it. A `▶` in the new text stands where the problem is to be
/// shown; it is taken out before the reading. Without one the problem stands at line 1, column 1.
struct SpoiledFile: Sendable, CustomTestStringConvertible {
    let code: ConfigurationCode
    let key: String
    let edits: [(String, String)]
    /// A word that the English text must hold.
    let words: String

    init(_ code: ConfigurationCode, _ key: String, _ edits: (String, String)..., says words: String = "") {
        (self.code, self.key, self.edits, self.words) = (code, key, edits, words)
    }

    var testDescription: String { "\(code.rawValue) \(key): \(edits.last?.1.prefix(60) ?? "")" }

    /// Exactly this problem is found, and no other.
    func check() throws {
        var text = ConfigurationSample.good
        for (old, new) in edits {
            let range = try #require(text.range(of: old), "the sample lacks “\(old)”")
            text.replaceSubrange(range, with: new)
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.firstIndex { $0.contains("▶") }
        let line = marked.map { $0 + 1 } ?? 1
        let column = marked.map { lines[$0].unicodeScalars.prefix { $0 != "▶" }.count + 1 } ?? 1
        let problems = ConfigurationSample.problems(of: text.replacing("▶", with: ""))
        #expect(problems.map { "\($0.code) \($0.key) \($0.line):\($0.column)" } == ["\(code.rawValue) \(key) \(line):\(column)"])
        let problem = try #require(problems.first)
        #expect(problem.severity == code.severity)
        #expect(problem.file == "/etc/sluss/sluss.yaml")
        if !words.isEmpty { #expect(problem.text.en.contains(words), "says: \(problem.text.en)") }
    }
}
