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
            try await explore(stage)
        }
    }

    /// What the demo leaves behind can be gone on with: every type is agreed on, and the address books know the units of the examples.
    private func explore(_ stage: String) async throws {
        func run(_ arguments: [String], at label: String, input: [UInt8] = []) async throws -> ToolResult {
            var tool = try Binary.tool()
            tool.environment = ["SLUSS_LANGUAGE": "en", "SLUSS_CONFIG": "\(stage)/\(label)/sluss.yaml", "SUDO_USER": ""]
            return try await tool.run(arguments, input: input)
        }
        for label in ["region", "exempelkommun", "provkommun"] {
            let check = try await run(["config", "check"], at: label)
            #expect(check.exitCode == 0 && check.errorText.contains("accepted (0 errors, 0 warnings)"), "\(check.outputText)")
        }
        let notice = try await run(["new", "M01"], at: "region").output
        let routed = try await run(["route", "-"], at: "region", input: notice)
        #expect(routed.exitCode == 0 && routed.outputText.contains(/to 03 [^\n:,]*BUP[ :]/), "\(routed.outputText)")
        // To all but Provkommun, so that there is somebody to pass it on to.
        let neighbour = /<sam:Mottagare>\s*<sam:Organisationsnummer>2120009911<.*?<\/sam:Mottagare>/.dotMatchesNewlines()
        let fewer = String(decoding: notice, as: UTF8.self).replacing(neighbour, with: "")
        let sent = try await run(["send", "-"], at: "region", input: Array(fewer.utf8))
        let copies = sent.outputText.split(separator: "\n").map(String.init)
        #expect(sent.exitCode == 0 && copies.count == 2, "\(sent.errorText)")
        let received = try await run(["inbox", "--ids"], at: "provkommun").outputText.split(separator: "\n").map(String.init)
        let returned = try await run(["message", "return", try #require(received.first), "--reason", "test"], at: "provkommun")
        #expect(returned.exitCode == 0 && returned.errorText.contains("M23"), "\(returned.errorText)")
        // The child is registered there and placed by Exempelkommun: both have a part in it.
        #expect(returned.errorText.contains("the message belongs here.\nIt concerns as well (keep in the organisation): 0319 "))
        #expect(!returned.errorText.contains("May belong to"))
        let local = try #require(
            try await run(["inbox", "--ids"], at: "region").outputText.split(separator: "\n").first { copies.contains(String($0)) })
        let passed = try await run(
            ["message", "forward", String(local), "--to", "0203:socialtjanst.provkommun.example", "--reason", "test"], at: "region")
        #expect(passed.exitCode == 0 && passed.errorText.contains("only the sender can resend"), "\(passed.errorText)")
    }
}
