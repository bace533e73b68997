import Foundation
import TestSupport
import Testing

@Suite("sluss cert", .enabled(if: Tool.arePresent("openssl"), "openssl is not installed"))
struct CertTests {
    /// A kommun that has fetched one list and failed to ask a responder.
    static func fetching() async throws -> (lab: CommandLab, list: ToolResult) {
        let host = try RevocationHost()
        let lists = try RevocationAuthority(authorities: try DevelopmentPKI.shared().folder + "/ca")
        host.publish(try lists.list(.tls, .issuing), at: "/a.crl")
        let lab = try CommandLab.kommun { writer in
            writer.revocation[.tls] =
                "crl_urls: [\"http://127.0.0.1:\(host.port)/a.crl\"], ocsp_url: \"http://127.0.0.1:1/\""
            writer.appendix = "revocation: { private_hosts: [\"127.0.0.1\"] }"
        }
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let isFetched = try await eventually {
            (try? String(contentsOfFile: lab.folder.file("spool/trust/sources.json"), encoding: .utf8))?.contains("fetchedAt") == true
        }
        try await gateway.stop()
        guard isFetched else { throw SupportFailure("nothing was fetched:\n\(gateway.logText())") }
        return (lab, try await lab.run("cert", "list", "--json"))
    }

    @Test("Lists certificates, pins not met, lists and answers, and says which are in force")
    func list() async throws {
        let (lab, json) = try await Self.fetching()
        let lines = try JSONObject.lines(json.outputText)
        let kinds = Dictionary(grouping: lines) { $0["kind"] ?? "" }.mapValues(\.count)
        #expect(kinds["certificate"] == 9 && kinds["pin"] == 3, "\(kinds)")
        #expect(lines.contains { $0["kind"] == "crl" && $0["status"] == "in_force" && $0["url"]?.contains("127.0.0.1") == true })
        #expect(lines.contains { $0["kind"] == "ocsp" && $0["status"] == "missing" && $0["code"] == "G203" })
        let page = try await lab.run("cert")
        #expect(page.exitCode == 0 && page.outputText.hasPrefix("KIND") && page.outputText.contains("not_met"))
        let swedish = try await lab.run(["cert"], language: "sv")
        #expect(swedish.outputText.contains("inte visat än") && swedish.outputText.contains("spärrlista"))
        for word in ["certificate", "not_met", "in_force", "missing", "authority"] {
            #expect(!swedish.outputText.contains(word), "\(word)")
        }
        let check = try await lab.run("cert", "check")
        #expect(check.exitCode == 1 && check.errorText.contains("T009") && check.errorText.contains("Remedy"), "\(check.errorText)")
    }

    @Test("Expiring answers with 1 when a certificate ends within the time, else with 0")
    func expiring() async throws {
        let lab = try CommandLab.kommun()
        let none = try await lab.run("cert", "expiring", "--within", "30d")
        #expect(none.exitCode == 0 && none.outputText.isEmpty)
        let some = try await lab.run("cert", "expiring", "--within", "400d", "--json")
        #expect(some.exitCode == 1)
        #expect(try JSONObject.lines(some.outputText).count == 3)
    }

    @Test("Shows what a partner, a serial number or the beginning of a pin names; another name is a wrong one")
    func show() async throws {
        let lab = try CommandLab.kommun()
        let pin = try DevelopmentPKI.shared().pin(.kommun, .as4)
        let own = try await lab.run("cert", "show", String(pin.prefix(20)))
        #expect(own.exitCode == 0 && own.outputText.contains("Key pin: \(pin)") && own.outputText.contains("Exempelkommun"))
        #expect(try await lab.run("cert", "show", "region").outputText.contains("not_met"))
        let none = try await lab.run("cert", "show", "nobody")
        #expect(none.exitCode == 66 && none.errorText.contains("U024"))
    }
}
