import Foundation
import TestSupport
import Testing

@Suite("sluss demo", .serialized)
struct DemoTests {
    /// Everything the demo and its gateways said and kept, but the messages themselves.
    private func searchForPersons(_ stage: String, _ result: ToolResult) throws {
        for text in [result.outputText, result.errorText] { #expect(PersonalContent.hint(in: Data(text.utf8)) == nil) }
        var searched: [String: Int] = [:]
        var found = 0
        for case let name as String in FileManager.default.enumerator(atPath: stage) ?? .init() {
            #expect(PersonalContent.hint(in: Data(name.utf8)) == nil, "the name of a file")
            guard let bytes = try? Data(contentsOf: URL(filePath: "\(stage)/\(name)")) else { continue }
            let file = (name as NSString).lastPathComponent
            if file == "message.xml" || file == "tampered.xml" || (name.contains("/inbox/") && file.hasSuffix(".xml")) {
                // The search can find: here it does.
                #expect(PersonalContent.occurring(in: bytes).count >= 4, "\(file)")
                found += 1
            } else if file != "request.as4" {
                let hint = PersonalContent.hint(in: bytes)
                #expect(hint == nil, "\(name): \(hint ?? "")")
                searched[file, default: 0] += 1
            }
        }
        print(
            "demo: \(searched.values.reduce(0, +)) files searched for \(PersonalContent.words.count) words, \(found) messages full of them")
        for (file, least) in [("gateway.log", 3), ("envelope.json", 15), ("history.jsonl", 15), ("ledger.index", 0)] {
            #expect(searched[file, default: 0] >= least, "\(file): \(searched[file] ?? 0)")
        }
        #expect(found >= 20)
    }

    @Test("Every claim of the demo holds, each with a file that is there, and nothing is left running")
    func claims() async throws {
        try await TemporaryFolder.with("demo") { folder in
            let stage = "\(folder.path)/stage"
            let result = try await Binary.tool().run(["demo", "--json", "--folder", stage], timeout: .seconds(240))
            #expect(result.exitCode == 0, "\(result.errorText.suffix(600))")
            let claims = try JSONObject.lines(result.outputText)
            #expect(claims.count >= 25, "only \(claims.count) claims")
            let page = MarkdownTable(in: try ProjectRoot.text(of: "Docs/json-output.md"), after: "sluss demo")
            for claim in claims { #expect(claim.fields == Set(page?.rows.map { $0[0] } ?? [])) }
            for word in ["exactly one copy in Exempelkommun's inbox", "the copy for Exempelkommun is deferred", "refused with S006"] {
                #expect(claims.contains { $0["claim"]?.hasPrefix(word) == true }, "no claim: \(word)")
            }
            let inboxes = claims.compactMap { $0["proof"] }.filter { $0.contains("/inbox/") && $0.hasSuffix(".xml") }
            #expect(!inboxes.isEmpty && inboxes.allSatisfy { FileManager.default.fileExists(atPath: $0) })
            let running = try await Tool.require("pgrep").run(["-f", stage], timeout: .seconds(10))
            #expect(running.outputText.isEmpty, "still running: \(running.outputText)")
            try searchForPersons(stage, result)
        }
    }
}
