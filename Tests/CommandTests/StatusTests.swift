import Foundation
import TestSupport
import Testing

@Suite("sluss status")
struct StatusTests {
    /// A gateway with every kind of trouble that a status can tell of: stopped, degraded when it ended, a partner that is down, a weakening.
    static func everything() async throws -> CommandLab {
        let last = ISO8601DateFormatter().string(from: Date().addingTimeInterval(30 * 86_400)).prefix(10)
        let lab = try CommandLab.kommun {
            $0.revocation[.signing] = "revocation: grace, grace: 2h, crls: [root.crl, issuing.crl]"
            $0.revocation[.tls] = "crl_urls: [\"\(silentAddress)\"]"
            $0.appendix = "weakenings: [{ name: any-issuer, reason: \"CA byter namn\", until: \(last) }]"
        }
        let authority = try RevocationAuthority(authorities: try DevelopmentPKI.shared().folder + "/ca")
        for level in RevocationAuthority.Level.allCases {
            try lab.folder.write(authority.list(.signing, level, .init(endedSecondsAgo: 600)), to: "\(level.rawValue).crl")
        }
        let id = try await lab.sendReferral()
        try await lab.serve(until: "deferred", for: id)
        let note = #"{"code":"P008","error_number":5,"operation":"sync","place":"ready","since":"2026-11-22T12:00:00.000Z"}"#
        try lab.folder.write(note, to: "spool/outbound/degraded.json")
        // As the daemon would have left it after two hours.
        let failing = Date().addingTimeInterval(-7_200).timeIntervalSinceReferenceDate
        let record = #"{"url":"\#(silentAddress)","kind":"crl","code":"G203","triedAt":\#(failing),"failingSince":\#(failing)}"#
        try lab.folder.write("[\(record)]", to: "spool/trust/sources.json")
        let pki = try DevelopmentPKI.shared()
        let path = try [pki.certificate(.region, .tls), pki.root(.tls)].flatMap(blocks).map { #""\#($0)""# }.joined(separator: ",")
        try lab.folder.write(#"[{"use":"tls","partner":"region","since":\#(failing),"path":[\#(path)]}]"#, to: "spool/trust/met.json")
        return lab
    }

    /// Nobody fetches from there: a private address that is not named.
    private static let silentAddress = "http://127.0.0.1:9/tls.crl"

    /// The certificates of a PEM file in base64.
    private static func blocks(_ file: String) throws -> [String] {
        try String(contentsOfFile: file, encoding: .utf8).matches(of: /-----BEGIN CERTIFICATE-----([^-]+)-----END/).map {
            $0.1.filter { !$0.isNewline }
        }
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
        #expect(kinds(object) == ["daemon_stopped", "spool_degraded", "revocation_unknown", "revocation_grace", "revocation_fetch"])
        try expectRevocation(object.objects("revocation"))
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
                    "deferred 1", "revocation    G211 since ", ", counts until ", "G203 since ", "http://127.0.0.1:9/tls.crl",
                ]
            ),
            ("sv", ["tar inte emot något sedan", "försvagning", "nås inte", "! Tjänsten är inte igång.", "Åtgärd: "]),
        ] {
            let page = try await lab.run(["status"], language: language)
            #expect(page.exitCode == 1)
            for word in words { #expect(page.outputText.contains(word), "\(word) in:\n\(page.outputText)") }
        }
        // A clean start takes the note away; the certificates' troubles stay until the lists come.
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let after = kinds(try JSONObject(try await lab.run("status", "--json").outputText))
        #expect(
            after.allSatisfy { $0.hasPrefix("revocation_") } && after.count == 3, "\(after): the restart forgot since when fetching fails")
        try await gateway.stop()
    }

    /// Certificates for TLS, ours and the partner's, of which nothing is known, and for signing, whose lists have ended; and the address that gives nothing.
    private func expectRevocation(_ troubles: [JSONObject]) throws {
        let unknown = try #require(troubles.first { $0["kind"] == "status_unknown" && $0["role"] == "own" })
        #expect(unknown["use"] == "tls" && unknown["code"] == "G210" && unknown["since"] == nil)
        #expect(troubles.contains { $0["kind"] == "status_unknown" && $0["partner"] == "region" && $0["use"] == "tls" })
        let grace = try #require(troubles.first { $0["kind"] == "on_grace" })
        let (since, until) = (try #require(grace["since"]), try #require(grace["until"]))
        let (ended, over) = (try Date(since, strategy: Self.instant), try Date(until, strategy: Self.instant))
        #expect(grace["use"] == "signing" && grace["code"] == "G211" && over.timeIntervalSince(ended) == 7_200)
        let failing = try #require(troubles.first { $0["kind"] == "fetch_failing" })
        #expect(failing["url"] == Self.silentAddress && failing["code"] == "G203" && failing["since"] != nil && failing["use"] == nil)
    }

    private static let instant = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    @Test("Messages that need somebody make it exit with 1", arguments: ["failed", "corrupt", "held"])
    func messages(state: String) async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try FileManager.default.moveItem(
            atPath: lab.folder.file("spool/outbound/ready/\(id)"), toPath: lab.folder.file("spool/outbound/\(state)/\(id)"))
        let result = try await lab.run("status", "--json")
        #expect(try result.exitCode == 1 && kinds(JSONObject(result.outputText)).contains("messages_\(state)"))
    }

    @Test(
        "The command that a remedy names lists what was counted, in either spool", arguments: ["outbound", "inbound"],
        ["held", "failed", "corrupt"])
    func namedCommand(spool: String, state: String) async throws {
        let lab = try CommandLab.region()
        #expect(try await lab.run("send", Example.path("M01")).exitCode == 0)
        let id = try #require(try lab.folder.names(in: "spool/\(spool)/ready").first)
        try FileManager.default.moveItem(
            atPath: lab.folder.file("spool/\(spool)/ready/\(id)"), toPath: lab.folder.file("spool/\(spool)/\(state)/\(id)"))
        let report = try JSONObject(try await lab.run("status", "--json").outputText)
        let item = try #require(report.objects("attention").first { $0["kind"] == "messages_\(state)" })
        for remedy in [item["remedy_sv"], item["remedy_en"]] {
            let named = try #require(remedy).matches(of: /sluss ((queue|inbox) --state [a-z]+)/).map { String($0.1) }
            #expect(named.count == 1)
            let words = try #require(named.first).split(separator: " ").map(String.init)
            #expect(try await lab.run(words + ["--ids"]).outputText == "\(id)\n")
        }
    }

    @Test("A changed line of the audit trail needs somebody, and sluss audit check says where; a whole trail does not")
    func auditTrail() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        #expect(try await lab.run("audit", "check").exitCode == 0, "there is no trail yet")
        for act in ["hold", "release"] { _ = try await lab.run("queue", act, id, "--reason", "r") }
        #expect(try await !kinds(JSONObject(lab.run("status", "--json").outputText)).contains("audit_broken"))
        let whole = try await lab.run("audit", "check", "--json")
        #expect(whole.exitCode == 0 && whole.outputText == "{\"breaks\":[],\"lines\":4}\n", "\(whole.outputText)")
        let lines = try lab.auditLines()
        let forged = [lines[0], lines[1].replacing("done", with: "failed")] + lines[2...]
        try lab.folder.write(forged.joined(separator: "\n") + "\n", to: "audit.jsonl")
        #expect(try await kinds(JSONObject(lab.run("status", "--json").outputText)).contains("audit_broken"))
        let broken = try await lab.run("audit", "check", "--json")
        #expect(broken.exitCode == 1 && broken.outputText == "{\"breaks\":[3],\"lines\":4}\n" && broken.errorText.contains("U026"))
        let words = try await lab.run("audit", "check")
        #expect(words.exitCode == 1 && words.outputText.hasSuffix("audit.jsonl: 4 lines, 1 breaks\n") && words.errorText.contains("(3)"))
    }

    @Test("Before the first start there is no spool to tell of")
    func noSpool() async throws {
        let result = try await CommandLab.kommun().run("status")
        #expect(result.exitCode != 0 && result.errorText.contains("P001"))
    }
}
