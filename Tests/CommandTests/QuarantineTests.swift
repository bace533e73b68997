import Foundation
import TestSupport
import Testing

@Suite("sluss quarantine", .enabled(if: Tool.arePresent("curl"), "curl is not installed"))
struct QuarantineTests {
    /// A municipality that has refused a request of the region, and kept it. Nothing runs any more.
    static func lab() async throws -> CommandLab {
        var port = 0
        let pki = try DevelopmentPKI.shared()
        let lab = try CommandLab.kommun { writer in
            port = writer.port ?? 0
            writer.appendix = "quarantine: { certificate: \"\(pki.certificate(.neighbour, .as4))\" }"
        }
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let answer = try await Tool.require("curl").run([
            "--silent", "--show-error", "--max-time", "20", "--cacert", pki.root(.tls), "--cert", pki.certificate(.region, .tls),
            "--key", pki.key(.region, .tls), "--header", "Content-Type: text/plain", "--data-binary", "201203159809", "--output",
            "/dev/null",
            "--write-out", "%{http_code}", "https://localhost:\(port)/as4",
        ])
        try await gateway.stop()
        guard answer.outputText == "400" else { throw SupportFailure("\(answer.outputText) \(answer.errorText)") }
        return lab
    }

    @Test("What was refused is listed without content, decrypted with a reason and the key alone, and removed with a reason, all on record")
    func way() async throws {
        let lab = try await Self.lab()
        let pki = try DevelopmentPKI.shared()
        let line = try #require(try JSONObject.lines(try await lab.run("quarantine", "list", "--json").outputText).first)
        let id = try #require(line["id"])
        #expect(line["partner"] == "region" && line["code"] == "A001")
        let table = try await lab.run("quarantine")
        #expect(table.outputText.contains(id) && table.outputText.contains("A001") && !table.outputText.contains("9809"))

        let wrong = try await lab.run("quarantine", "show", id, "--key", pki.key(.region, .as4), "--reason", "test")
        #expect(wrong.exitCode == 74 && wrong.output.isEmpty && wrong.errorText.contains("U025"))
        let person = try await lab.run("quarantine", "show", id, "--key", pki.key(.neighbour, .as4), "--reason", "about 201203159809")
        #expect(person.exitCode == 64 && person.output.isEmpty && person.errorText.contains("U014"))
        let shown = try await lab.run("quarantine", "show", id, "--key", pki.key(.neighbour, .as4), "--reason", "2026/114")
        #expect(shown.exitCode == 0 && shown.outputText == "Content-Type: text/plain\r\n\r\n201203159809")
        let removed = try await lab.run("quarantine", "remove", id, "--reason", "2026/114")
        #expect(removed.exitCode == 0 && removed.outputText == id + "\n")
        #expect(try await lab.run("quarantine", "remove", id, "--reason", "again").exitCode == 66)
        #expect(try await lab.run("quarantine", "list", "--json").output.isEmpty)

        let acts = try lab.auditLines().compactMap { try JSONObject($0)["act"] }
        #expect(
            acts == [
                "refuse_message", "view_quarantined", "view_quarantined", "view_quarantined", "view_quarantined", "remove_quarantined",
                "remove_quarantined",
            ])
        #expect(try !lab.auditLines().joined().contains("9809"))
    }

    @Test("Without a record nothing is decrypted")
    func auditUnwritable() async throws {
        let lab = try await Self.lab()
        let id = try #require(try JSONObject.lines(try await lab.run("quarantine", "list", "--json").outputText).first?["id"])
        try FileManager.default.removeItem(atPath: lab.folder.file("audit.jsonl"))
        try FileManager.default.createSymbolicLink(atPath: lab.folder.file("audit.jsonl"), withDestinationPath: "nowhere")
        let key = try DevelopmentPKI.shared().key(.neighbour, .as4)
        let result = try await lab.run("quarantine", "show", id, "--key", key, "--reason", "curious")
        #expect(result.exitCode == 74 && result.output.isEmpty && result.errorText.contains("U006"))
    }
}
