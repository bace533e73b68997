import CareMessages
import Foundation
import TestSupport
import Testing

@Suite("sluss case and sluss deadlines")
struct CaseTests {
    private static let referral = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2017"

    @Test("A message that was sent is a case at once, and its copy is told with its state", arguments: [false, true])
    func sent(_ isIndexLost: Bool) async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        if isIndexLost { try? FileManager.default.removeItem(atPath: lab.folder.file("spool/ledger.index")) }
        let line = try #require(try JSONObject.lines(try await lab.run("case", "list", "--json").outputText).first)
        #expect(line["id"] == Self.referral && line["kind"] == "REMISSARENDE" && line["phase"] == "BEGARD" && line.flag("open") == true)
        #expect(
            line.object("next_deadline")?["kind"] == "remissbekraftelse" || line.object("next_deadline")?["kind"] == "verksamhetskvittens")
        let page = try await lab.run("case", "timeline", "c2a7e0d4")
        #expect(page.exitCode == 0 && page.errors.isEmpty)
        #expect(page.outputText.contains("M17 Referral") && page.outputText.contains("in force"))
        #expect(page.outputText.contains("\(id)  region  ready") && page.outputText.contains("Confirmation of the referral"))
        let shown = try await lab.run(["case", "show", Self.referral], language: "sv")
        #expect(shown.outputText.contains(/slag +Remissärende/) && shown.outputText.contains(/läge +Begärd/))
        #expect(!shown.outputText.contains(id), "the messages are the timeline's")
    }

    @Test("A case that two organisations claim says so, names both, and gives neither the right over it; one that one opened says nothing")
    func rivals() async throws {
        let archive = try ExampleArchive([.remiss])
        let plain = try await sluss(["case", "show", Self.referral, "--archive", archive.folder.path])
        #expect(plain.exitCode == 0 && !plain.outputText.contains("opened by"))
        var other = ExampleMessage(.remiss, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: Self.referral)
        other.sender = Party(
            organisationsnummer: TestOrganisation.neighbour.organisationsnummer, principal: .municipality(TestOrganisation.neighbour.code),
            address: .hsaID("SE2120009911-E501"), role: .elevhalsa)
        try archive.folder.write(other.bytes, to: "other.xml")
        let page = try await sluss(["case", "show", Self.referral, "--archive", archive.folder.path])
        #expect(page.outputText.contains(/opened by +2120009903, 2120009911\n/) && page.outputText.contains("(W13)"))
        let json = try JSONObject(try await sluss(["case", "show", Self.referral, "--json", "--archive", archive.folder.path]).outputText)
        #expect(json.strings("opened_by") == ["2120009903", "2120009911"])
    }

    @Test("The table tells of every case, and that payment is information only")
    func table() async throws {
        let archiveFolder = try ExampleArchive()
        defer { withExtendedLifetime(archiveFolder) {} }
        let archive = archiveFolder.folder.path
        let result = try await sluss(["case", "list", "--archive", archive])
        #expect(result.exitCode == 0)
        let head = try #require(result.outputText.split(separator: "\n").first)
        #expect(head.split(separator: " ").joined(separator: " ") == "CASE KIND PHASE PARTNERS FIRST LAST PAYMENT NEXT DEADLINE")
        #expect(result.outputText.contains(/\nc2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001  Admission +Ended/))
        #expect(result.errorText.contains("Information only."))
        let swedish = try await sluss(["case", "--archive", archive], language: "sv")
        #expect(swedish.outputText.contains("Vårdtillfälle") && swedish.errorText.contains("Endast information."))
    }

    @Test("A list ends where it is told to, with those that changed last, and says that there may be more")
    func limit() async throws {
        let archiveFolder = try ExampleArchive()
        defer { withExtendedLifetime(archiveFolder) {} }
        let archive = archiveFolder.folder.path
        let all = try JSONObject.lines(try await sluss(["case", "list", "--json", "--archive", archive]).outputText).compactMap { $0["id"] }
        #expect(all.count > 3)
        for limit in [0, 2, all.count] {
            let result = try await sluss(["case", "list", "--json", "--archive", archive, "--limit", "\(limit)"])
            let ids = try JSONObject.lines(result.outputText).compactMap { $0["id"] }
            #expect(ids == (limit == 0 ? all : Array(all.prefix(limit))))
        }
        let table = try await sluss(["case", "list", "--archive", archive, "--limit", "2"])
        #expect(table.outputText.split(separator: "\n").count == 3 && table.errorText.contains("--limit 0 shows all"))
        #expect(try await !sluss(["case", "list", "--archive", archive]).errorText.contains("--limit"))
        #expect(try await sluss(["case", "list", "--archive", archive, "--limit=-1"]).exitCode == 64)
    }

    @Test(
        "A list is narrowed by kind, phase, partner and openness",
        arguments: [
            (["--kind", "PLACERING"], ["PLACERING"]), (["--phase", "AVSLUTAD"], ["VARDTILLFALLE"]),
            (["--kind", "PLACERING", "--kind", "REMISSARENDE"], ["PLACERING", "REMISSARENDE"]),
            (["--partner", "2021009903"], ["SIS_UNDERRATTELSE"]), (["--partner", "nobody"], []),
            (["--open", "--phase", "AVSLUTAD"], []),
        ])
    func filters(_ arguments: [String], _ kinds: [String]) async throws {
        let archiveFolder = try ExampleArchive()
        defer { withExtendedLifetime(archiveFolder) {} }
        let archive = archiveFolder.folder.path
        let result = try await sluss(["case", "list", "--json", "--archive", archive] + arguments)
        #expect(result.exitCode == 0)
        let found = Set(try JSONObject.lines(result.outputText).compactMap { $0["kind"] })
        #expect(found.isSuperset(of: kinds) && (kinds.isEmpty == found.isEmpty), "\(found)")
    }

    @Test("The timeline of the example admission tells the withdrawal, the receipt and why nobody pays")
    func timeline() async throws {
        let archiveFolder = try ExampleArchive()
        defer { withExtendedLifetime(archiveFolder) {} }
        let archive = archiveFolder.folder.path
        let result = try await sluss(["case", "timeline", ExampleArchive.admission, "--archive", archive])
        let text = result.outputText
        #expect(result.exitCode == 0 && text.contains("M05") && text.contains("withdrawn") && text.contains("M23 VERKSAMHET OK from"))
        #expect(text.contains("liability to pay") && text.contains("Information only. Sluss does not decide who is liable to pay."))
        #expect(text.contains("Lag (2017:612)") && text.contains("time limits"))
        let missingFolder = try ExampleArchive([.atertagandeUtskrivningsklar])
        defer { withExtendedLifetime(missingFolder) {} }
        let missing = missingFolder.folder.path
        let alone = try await sluss(["case", "timeline", ExampleArchive.admission, "--archive", missing])
        #expect(alone.outputText.contains(/missing +[0-9a-f-]{36}/) && alone.outputText.contains("without effect"))
    }

    @Test("Deadlines end with 1 when something is due and 0 when nothing is")
    func deadlines() async throws {
        let archiveFolder = try ExampleArchive([.inskrivningsmeddelande, .utskrivningsklar])
        defer { withExtendedLifetime(archiveFolder) {} }
        let archive = archiveFolder.folder.path
        let due = try await sluss(["deadlines", "--archive", archive, "--since", "3650d"])
        #expect(due.exitCode == 1 && due.outputText.contains("Call to SIP within three days") && due.outputText.contains("overdue"))
        // Two limits of one case told apart by what started them.
        let head = try #require(due.outputText.split(separator: "\n").first)
        #expect(head.split(separator: " ").joined(separator: " ") == "DUE STANDING CASE STARTED BY AWAITING DEADLINE")
        #expect(due.outputText.contains(/M05 [0-9a-f]{8}  .*Call to SIP/), "\(due.outputText)")
        let rows = due.outputText.split(separator: "\n")
        #expect(Set(rows).count == rows.count)
        let swedish = try await sluss(["deadlines", "--archive", archive, "--since", "3650d"], language: "sv")
        #expect(swedish.outputText.contains("STARTAD AV"))
        let page = try await sluss(["case", "show", ExampleArchive.admission, "--archive", archive])
        #expect(page.outputText.contains(/M05 [0-9a-f]{8}  Call to SIP/), "\(page.outputText)")
        let overdue = try await sluss(["deadlines", "--overdue", "--json", "--archive", archive, "--since", "3650d"])
        let lines = try JSONObject.lines(overdue.outputText)
        #expect(overdue.exitCode == 1 && !lines.isEmpty && lines.allSatisfy { $0["status"] == "missed" })
        #expect(lines.compactMap { $0["due_at"] } == lines.compactMap { $0["due_at"] }.sorted())
        let quiet = try await sluss(["deadlines", "--archive", archive, "--since", "1s", "--within", "1s"])
        #expect(quiet.exitCode == 0 && quiet.output.isEmpty && quiet.errorText == "Nothing is due.\n")
        let asJSON = try await sluss(["deadlines", "--json", "--archive", archive, "--since", "1s", "--within", "1s"])
        #expect(asJSON.exitCode == 0 && asJSON.output.isEmpty && asJSON.errors.isEmpty)
    }

    @Test("A case nobody knows and a beginning of several are told apart")
    func unknown() async throws {
        let archiveFolder = try ExampleArchive()
        defer { withExtendedLifetime(archiveFolder) {} }
        let archive = archiveFolder.folder.path
        for (id, code) in [("ffffffff", "U021"), ("c2a7e0d4", "U022")] {
            let result = try await sluss(["case", "show", id, "--json", "--archive", archive])
            #expect(result.exitCode == 66 && result.output.isEmpty)
            #expect(try JSONObject.lines(result.errorText).map { $0["code"] } == [code])
        }
        let nowhere = try await sluss(["case", "list", "--archive", "/nonexistent"])
        #expect(nowhere.exitCode == 74 && nowhere.errorText.contains("U008"))
        expectNoTrace(nowhere)
    }

    @Test("A file that is no message is counted and keeps nobody from the others")
    func unreadable() async throws {
        let archive = try ExampleArchive([.remiss])
        try archive.folder.write("<a/>", to: "Tilda Provberg.xml")
        let result = try await sluss(["case", "list", "--json", "--archive", archive.folder.path])
        let lines = try JSONObject.lines(result.outputText)
        #expect(result.exitCode == 0 && lines.count == 1)
        #expect(try JSONObject.lines(result.errorText).map { $0["code"] } == ["U023"] && !result.errorText.contains("Tilda"))
    }
}
