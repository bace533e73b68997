import CareMessages
import Foundation
import TestSupport
import Testing

@Suite("Docs/json-output.md")
struct JSONContractTests {
    /// Everything the commands print in a story that meets every case, by the heading of the table that describes it.
    private static func observed() async throws -> [String: Set<String>] {
        var seen = Observations()
        let lab = try CommandLab.kommun { $0.appendix = "disk: { minimum_free: 1MiB }" }
        let misspelt = try lab.folder.write(try Example.text("M17").replacing("Prioritet>", with: "Prio>"), to: "schema.xml")
        seen.note("sluss send", try await lab.run("send", "--json", Example.path("M17"), misspelt))
        let id = try await lab.run("queue", "--ids").outputText.trimmingCharacters(in: .newlines)
        try await lab.serve(until: "deferred", for: id)
        seen.note("sluss queue and sluss inbox", try await lab.run("queue", "--json"))
        let hold = try await lab.run("queue", "hold", id, "--json", "--reason", "test")
        seen.note("sluss queue retry, hold, release and cancel", hold)
        let shown = try await lab.run("message", "show", id, "--json")
        seen.note("sluss message show", shown)
        let inner = try #require(try JSONObject.lines(shown.outputText).first?.object("message"))
        seen.note("sluss queue and sluss inbox", inner.fields)
        let content = try await lab.run("message", "show", id, "--json", "--with-content", "--reason", "test")
        seen.note("sluss message show with content", content)
        let signed = try #require(try JSONObject.lines(content.outputText).first?["content"])
        seen.note("sluss check", try await lab.run(["check", "--json", "-", misspelt], input: Array(signed.utf8)))
        try await observeRouting(&seen)
        seen.note("sluss status", try await StatusTests.everything().run("status", "--json"))
        try lab.folder.write("version: 1\n", to: "bad.yaml")
        seen.note("sluss config check", try await lab.run("config", "check", "--json", "--config", "bad.yaml"))
        seen.note("sluss errors", try await lab.run("errors", "--json"))
        seen.note("sluss explain", try await lab.run("explain", "--json"))
        seen.note("sluss new", try await lab.run("new", "--list", "--json"))
        seen.noteErrors(try await lab.run("queue", "--json", "--config", "bad.yaml"))
        seen.noteErrors(try await lab.run("queue", "retry", "--json", "01jd3v8c6t9zq5x2w7r4m0n1kb", "--reason", "test"))
        try await noteCases(&seen)
        seen.note("sluss cert", try await CertTests.fetching().list)
        seen.note(
            "sluss agreement import", try await sluss(["agreement", "import", "-", "--json"], input: Array(AgreementTests.mode.utf8)))
        seen.note("sluss partner ping", try await lab.run("partner", "ping", "region", "--json"))
        let envelope = "<S12:Envelope xmlns:S12=\"http://www.w3.org/2003/05/soap-envelope\"><S12:Header/><S12:Body/></S12:Envelope>"
        seen.note("sluss as4 check", try await sluss(["as4", "check", "-", "--json"], input: Array(envelope.utf8)))
        seen.note("sluss quarantine list", try await QuarantineTests.lab().run("quarantine", "list", "--json"))
        seen.note("sluss audit check", try await lab.run("audit", "check", "--json"))
        for line in try lab.auditLines() { seen.note("The audit trail", try JSONObject(line).fields) }
        return seen.fields
    }

    /// Right, wrong and unknown receivers, and a message that came wrong.
    private static func observeRouting(_ seen: inout Observations) async throws {
        let lab = try CommandLab.region { $0.appendix = RouteTests.stranger }
        let elsewhere = try Example.text("M01").replacing("<sam:Vistelsekommun>0382<", with: "<sam:Vistelsekommun>1280<")
            .replacing("<sam:Kommunkod>0319</sam:Kommunkod>", with: "<sam:Kommunkod>0330</sam:Kommunkod>")
        let homeless = try Example.text("M01").replacing(/<sam:Folkbokforingskommun>\d+<\/sam:Folkbokforingskommun>/) { _ in
            "<sam:FolkbokforingskommunSaknas>OKAND</sam:FolkbokforingskommunSaknas>"
        }.replacing(/<sam:Placering>.*<\/sam:Placering>/.dotMatchesNewlines()) { _ in
            "<sam:Placering><sam:Placeringsbesked>OKAND</sam:Placeringsbesked></sam:Placering>"
        }
        for text in [try Example.text("M01"), elsewhere, homeless] {
            seen.note("sluss route", try await lab.run(["route", "--json", "-"], input: Array(text.utf8)))
        }
        let rivals = try await RouteTests.rivals()
        seen.note("sluss route", try await rivals.lab.run(["route", "--json", "-"], input: rivals.notice))
        _ = try await lab.run(["send", "-"], input: Array(elsewhere.utf8))
        let id = try await lab.run("inbox", "--ids").outputText.trimmingCharacters(in: .newlines)
        let answer = try await lab.run("message", "forward", id, "--to", "0305", "--reason", "test", "--json")
        seen.note("sluss message return and forward", answer)
        // The same objects as in the table of sluss send.
        seen.drop("findings[].", of: "sluss message return and forward")
    }

    /// The commands about cases, on an archive with every kind of standing and on a spool with every kind of copy.
    private static func noteCases(_ seen: inout Observations) async throws {
        let archive = try ExampleArchive()
        try archive.replace(.begaranHalsoundersokning)
        let alone = try ExampleArchive([.atertagandeUtskrivningsklar])
        let open = try ExampleArchive([.inskrivningsmeddelande, .utskrivningsklar])
        for folder in [archive, alone, open].map(\.folder.path) {
            let list = try await sluss(["case", "list", "--json", "--archive", folder])
            seen.note("sluss case list", list)
            for id in try JSONObject.lines(list.outputText).compactMap({ $0["id"] }) {
                seen.note("sluss case show", try await sluss(["case", "show", id, "--json", "--archive", folder]))
                seen.noteMessages("sluss case timeline", try await sluss(["case", "timeline", id, "--json", "--archive", folder]))
            }
            let due = try await sluss(["deadlines", "--json", "--archive", folder, "--within", "3650d", "--since", "3650d"])
            seen.note("sluss deadlines", due)
        }
        let region = try CommandLab.region()
        let ids = try await region.run("send", Example.path("M01")).outputText.split(separator: "\n").map(String.init)
        try await region.serve(until: "done", for: try #require(ids.last), in: "inbound")
        seen.noteMessages("sluss case timeline", try await region.run("case", "timeline", ExampleArchive.admission, "--json"))
    }

    /// Fields of answers that need a partner who answers, or a message of its own; the tests of these commands hold them to the documentation.
    private static let elsewhere: [String: Set<String>] = [
        // What was no message has no MessageId.
        "sluss quarantine list": ["message_id_sha256"],
        "sluss as4 check": AS4CheckTests.acceptedFields.union(["signed", "errors", "errors[].code", "errors[].detail"]),
        "sluss partner ping": PartnerPingTests.answeredFields,
        // The pid of a daemon that runs.
        "sluss status": ["pid"],
        // What the daemon refuses to a partner.
        "The audit trail": ["partner", "code", "ebms", "place", "quarantine", "status", "since", "codes"],
        // Only a message with attachments has them, or one that answers another.
        "sluss message show": Set(["id", "media_type", "size_bytes", "sha256", "file"].map { "attachments[].\($0)" })
            .union(TwoWayTests.answeringFields),
    ]

    @Test("Every field that is printed is documented, and every documented field is printed")
    func contract() async throws {
        let page = try ProjectRoot.text(of: "Docs/json-output.md")
        let observed = try await Self.observed()
        for (heading, printed) in observed {
            let table = try #require(MarkdownTable(in: page, after: heading), "no table under \(heading)")
            let documented = Set(table.rows.map { $0[0] })
            #expect(printed.subtracting(documented).sorted() == [], "\(heading): printed and not documented")
            let rest = documented.subtracting(printed).subtracting(Self.elsewhere[heading] ?? [])
            #expect(rest.sorted() == [], "\(heading): documented and not printed")
        }
        let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        // The demo takes its time and has a test of its own.
        #expect(Set(headings).subtracting(["Exit codes", "sluss demo", "Errors"]) == Set(observed.keys).subtracting(["Errors"]))
    }

    private struct Observations {
        var fields: [String: Set<String>] = [:]

        mutating func note(_ heading: String, _ found: Set<String>) { fields[heading, default: []].formUnion(found) }

        mutating func drop(_ prefix: String, of heading: String) {
            fields[heading] = fields[heading]?.filter { !$0.hasPrefix(prefix) }
        }

        mutating func note(_ heading: String, _ result: ToolResult) {
            for object in (try? JSONObject.lines(result.outputText)) ?? [] { note(heading, object.fields) }
        }

        /// Leaves out the fields of the limits, which are those of `sluss case show`, and of units.
        mutating func noteMessages(_ heading: String, _ result: ToolResult) {
            for object in (try? JSONObject.lines(result.outputText)) ?? [] {
                note(heading, object.fields.filter { !$0.hasPrefix("deadlines[].") && !$0.hasPrefix("parties[].") })
            }
        }

        mutating func noteErrors(_ result: ToolResult) {
            for object in (try? JSONObject.lines(result.errorText)) ?? [] { note("Errors", object.fields) }
        }
    }

    @Test("Instants are RFC 3339 in UTC, and codes and states are words of the documentation")
    func forms() async throws {
        let lab = try CommandLab.kommun()
        _ = try await lab.sendReferral()
        let line = try #require(try JSONObject.lines(try await lab.run("queue", "--json").outputText).first)
        let created = try #require(line["created_at"])
        #expect(created.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
        let date = try #require(ISO8601DateFormatter.withFractions.date(from: created))
        #expect(abs(date.timeIntervalSinceNow) < 300)
        #expect(line["state"] == "ready" && line["type"] == "M17" && (line.number("age_seconds") ?? -1) >= 0)
    }
}

extension ISO8601DateFormatter {
    fileprivate static var withFractions: ISO8601DateFormatter {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return formatter
    }
}
