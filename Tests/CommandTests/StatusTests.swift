import Foundation
import TestSupport
import Testing

@Suite("sluss status")
struct StatusTests {
    /// A gateway with every kind of trouble that a status can tell of: stopped, degraded when it ended, a partner that is down, a weakening.
    static func everything() async throws -> CommandLab {
        let last = ISO8601DateFormatter().string(from: Date().addingTimeInterval(30 * 86_400)).prefix(10)
        let lab = try CommandLab.kommun {
            $0.appendix = "weakenings: [{ name: any-issuer, reason: \"CA byter namn\", until: \(last) }]"
        }
        let id = try await lab.sendReferral()
        try await lab.serve(until: "deferred", for: id)
        let note = #"{"code":"P008","error_number":5,"operation":"sync","place":"ready","since":"2026-11-22T12:00:00.000Z"}"#
        try lab.folder.write(note, to: "spool/outbound/degraded.json")
        return lab
    }

    private func kinds(_ object: JSONObject) -> [String] { object.objects("attention").compactMap { $0["kind"] } }

    @Test("A gateway that runs and has nothing to complain of is all well, exit code 0; stopped, it is not")
    func well() async throws {
        let lab = try CommandLab.kommun { $0.appendix = "disk: { minimum_free: 1MiB, minimum_free_inodes: 1 }" }
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let running = try await lab.run("status", "--json")
        let report = try #require(try JSONObject.lines(running.outputText).first)
        #expect(report.flag("is_running") == true && report.number("pid") == Int(gateway.process.identifier) && kinds(report).isEmpty)
        #expect(running.exitCode == 0, "\(running.outputText)")
        #expect(report.objects("certificates").count == 3 && report.object("disk")?.flag("is_read_only") == false)
        let page = try await lab.run("status")
        #expect(page.exitCode == 0 && page.outputText.hasSuffix("All is well.\n"), "\(page.outputText)")
        try await gateway.stop()
        let stopped = try await lab.run("status", "--json")
        #expect(try stopped.exitCode == 1 && kinds(JSONObject(stopped.outputText)) == ["daemon_stopped"])
    }

    @Test("What is wrong is told with since when and what to do, in both languages, and nothing is changed")
    func trouble() async throws {
        let lab = try await Self.everything()
        let object = try #require(try JSONObject.lines(try await lab.run("status", "--json").outputText).first)
        #expect(kinds(object) == ["daemon_stopped", "spool_degraded"])
        let outbound = try #require(object.objects("spools").first)
        #expect(outbound.object("degraded")?["code"] == "P008" && outbound.object("degraded")?["since"] == "2026-11-22T12:00:00.000Z")
        #expect(outbound.objects("states").map { $0["state"] } == ["deferred"] && outbound.objects("states").first?.number("count") == 1)
        #expect(object.objects("closed_lanes").first?["partner"] == "region")
        #expect(object.objects("weakenings").first?["reason"] == "CA byter namn")
        for (language, words) in [
            (
                "en",
                [
                    "accepts nothing since 2026-11-22 13:00:00 CET: P008 ready", "any-issuer until", "CA byter namn", "region, next try",
                    "deferred 1",
                ]
            ),
            ("sv", ["tar inte emot något sedan", "försvagning", "nås inte", "! Tjänsten är inte igång.", "Åtgärd: "]),
        ] {
            let page = try await lab.run(["status"], language: language)
            #expect(page.exitCode == 1)
            for word in words { #expect(page.outputText.contains(word), "\(word) in:\n\(page.outputText)") }
        }
        // A clean start takes the note away.
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        #expect(kinds(try JSONObject(try await lab.run("status", "--json").outputText)).isEmpty)
        try await gateway.stop()
    }

    @Test("Messages that need somebody make it exit with 1", arguments: ["failed", "corrupt", "held"])
    func messages(state: String) async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try FileManager.default.moveItem(
            atPath: lab.folder.file("spool/outbound/ready/\(id)"), toPath: lab.folder.file("spool/outbound/\(state)/\(id)"))
        let result = try await lab.run("status", "--json")
        #expect(try result.exitCode == 1 && kinds(JSONObject(result.outputText)).contains("messages_\(state)"))
    }

    @Test("Before the first start there is no spool to tell of")
    func noSpool() async throws {
        let result = try await CommandLab.kommun().run("status")
        #expect(result.exitCode != 0 && result.errorText.contains("P001"))
    }
}
