import Foundation
import TestSupport
import Testing

@Suite("sluss demo", .serialized)
struct DemoTests {
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
        }
    }
}
