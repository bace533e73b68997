import Foundation
import TestSupport
import Testing

@Suite("Patient data stays inside")
struct PrivacyTests {
    @Test(
        "A reason that names the patient of one of the messages is refused before anything is done, and the name is shown nowhere",
        arguments: [
            ["queue", "hold"], ["queue", "release"], ["queue", "retry"], ["queue", "cancel"], ["message", "show", "--with-content"],
            ["message", "return"], ["message", "forward", "--to", "region"],
        ])
    func namedInReason(_ command: [String]) async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        for name in ["Malte", "övningssons", "MALTE"] {
            for more in [[], ["--json"]] {
                let result = try await lab.run(command + [id, "--reason", "Rang om \(name), klart"] + more)
                #expect(result.exitCode == 64 && result.errorText.contains("U014"), "\(result.errorText)")
                #expect(!(result.outputText + result.errorText).localizedCaseInsensitiveContains(name) && result.output.isEmpty)
            }
        }
        #expect((try? lab.auditLines()) ?? [] == [], "nothing was begun")
        #expect(try lab.folder.names(in: "spool/outbound/ready") == [id])
        let other = try await lab.run("queue", "hold", id, "--reason", "Rang om Tilda")
        #expect(other.exitCode == 0, "a name that the patient does not have: \(other.errorText)")
    }

    @Test("No command, no log, no trail and no name of a file shows any of it, but the one that was asked to with a reason")
    func silence() async throws {
        let lab = try CommandLab.kommun()
        let bad = try lab.folder.write(try Example.text("M17").replacing("201005089816", with: "201005089817"), to: "bad.xml")
        let broken = try lab.folder.write(String(try Example.text("M17").prefix(2_600)), to: "broken.xml")
        let misspelt = try lab.folder.write(try Example.text("M17").replacing("Fornamn>", with: "Förnamn>"), to: "misspelt.xml")
        var texts: [String] = []
        func note(_ arguments: [String]) async throws {
            let result = try await lab.run(arguments)
            texts += [result.outputText, result.errorText]
        }
        let id = try await lab.sendReferral()
        for json in [[], ["--json"]] {
            try await note(["check", bad, broken, misspelt] + Example.all + json)
            try await note(["send", bad, broken, misspelt, Example.path("M17"), Example.path("M01")] + json)
            try await note(["queue", "--all"] + json)
            try await note(["inbox"] + json)
            try await note(["message", "show", id] + json)
            try await note(["case", "list"] + json)
            try await note(["case", "timeline", "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2017"] + json)
            try await note(["deadlines", "--within", "3650d", "--since", "3650d"] + json)
            try await note(["case", "list", "--archive", ProjectRoot.file("Schemas/examples")] + json)
        }
        try await lab.serve(until: "deferred", for: id)
        for command in [
            ["queue", "hold", id, "--reason", "test"], ["queue", "release", id, "--reason", "test"],
            ["queue", "cancel", id, "--reason", "test"],
            ["message", "show", id, "--json"],
        ] {
            try await note(command)
        }
        #expect(texts.count > 20 && texts.contains { $0.contains(id) })
        let files = try #require(FileManager.default.enumerator(atPath: lab.folder.path)).compactMap { $0 as? String }
        texts += [
            try lab.auditLines().joined(), String(decoding: try lab.folder.bytes(of: "log"), as: UTF8.self), files.joined(separator: "\n"),
        ]
        for word in Example.patientData {
            for text in texts { #expect(!text.contains(word), "\(word) in: \(text.prefix(400))") }
        }
        let shown = try await lab.run("message", "show", id, "--with-content", "--reason", "test")
        #expect(shown.outputText.contains("Övningsson") && shown.outputText.contains("201005089816"))
    }
}
