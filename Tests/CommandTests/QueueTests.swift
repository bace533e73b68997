import Foundation
import TestSupport
import Testing

@Suite("sluss queue")
struct QueueTests {
    @Test(
        "A reason with a person number is refused before anything is done, and the number is shown nowhere",
        arguments: [
            ["queue", "hold"], ["queue", "release"], ["queue", "retry"], ["queue", "cancel"], ["message", "show", "--with-content"],
            ["message", "return"], ["message", "forward", "--to", "region"],
        ])
    func personInReason(_ command: [String]) async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        for number in ["201203159809", "20120315-9809", "120315-9809"] {
            for more in [[], ["--json"]] {
                let result = try await lab.run(command + [id, "--reason", "Rang om \(number) i dag"] + more)
                #expect(result.exitCode == 64 && result.errorText.contains("U014"), "\(result.errorText)")
                #expect(!(result.outputText + result.errorText).contains("9809") && result.output.isEmpty)
            }
        }
        #expect((try? lab.auditLines()) ?? [] == [], "nothing was begun")
        #expect(try await lab.run("queue").outputText.contains("ready"))
    }

    @Test("A message is listed, held, released, tried and cancelled with the daemon down, each act with its trail")
    func round() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        #expect(
            Transcript.text(try await lab.run("queue"), in: lab.folder) == """
                exit 0
                out:
                ID  STATE  TYPE  PARTNER  AGE  TRIES  NEXT TRY  LAST REASON
                ID1  ready  M17  region  SPAN  0  –  –
                err:
                1 message: 1 ready
                """)
        #expect(
            Transcript.text(try await lab.run("queue", "hold", id, "--reason", "wrong  ward")) == """
                exit 0
                out:
                ID1
                err:
                ID1: ready → held
                """)
        #expect(try await lab.run("queue", "hold", id, "--reason", "r").exitCode == 1)
        #expect(try await lab.run("queue", "retry", id, "--reason", "r").exitCode == 1)
        let released = try await lab.run("queue", "release", id, "--reason", "Right ward", "--json")
        #expect(Transcript.normalized(released.outputText) == #"{"act":"release","from":"held","id":"ID1","to":"ready"}"# + "\n")
        #expect(try await lab.run("queue", "cancel", id, "--reason", "Phoned instead").exitCode == 0)
        #expect(try await lab.run("queue", "--json").output.isEmpty)
        #expect(
            Transcript.text(try await lab.run(["queue", "--all"], language: "sv")) == """
                exit 0
                out:
                ID  TILLSTÅND  TYP  PARTNER  ÅLDER  FÖRSÖK  NÄSTA FÖRSÖK  SENASTE ORSAK
                ID1  cancelled  M17  region  SPAN  0  –  Phoned instead
                err:
                1 meddelande: 1 cancelled
                """)
        #expect(
            Transcript.normalized(try lab.auditLines().joined(separator: "\n")) == """
                {"time":"INSTANT","who":"NAME","act":"hold","message":"ID1","reason":"wrong ward","outcome":"begun","previous":""}
                {"time":"INSTANT","who":"NAME","act":"hold","message":"ID1","outcome":"done","previous":"SHA256"}
                {"time":"INSTANT","who":"NAME","act":"release","message":"ID1","reason":"Right ward","outcome":"begun","previous":"SHA256"}
                {"time":"INSTANT","who":"NAME","act":"release","message":"ID1","outcome":"done","previous":"SHA256"}
                {"time":"INSTANT","who":"NAME","act":"cancel","message":"ID1","reason":"Phoned instead","outcome":"begun","previous":"SHA256"}
                {"time":"INSTANT","who":"NAME","act":"cancel","message":"ID1","outcome":"done","previous":"SHA256"}
                """)
    }

    @Test("Every line of the audit trail carries the digest of the line before")
    func chain() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        for act in ["hold", "release", "hold"] { _ = try await lab.run("queue", act, id, "--reason", "r") }
        let lines = try lab.auditLines()
        #expect(lines.count == 6)
        for (line, next) in zip(lines, lines.dropFirst()) {
            let digest = try await Tool.require("openssl").run(["dgst", "-sha256", "-r"], input: Array(line.utf8)).outputText.prefix(64)
            #expect(try JSONObject(next)["previous"] == String(digest))
        }
    }

    @Test("After an attempt the list says why it failed and when it is tried again, in Swedish time and in UTC")
    func deferred() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try await lab.serve(until: "deferred", for: id)
        #expect(
            Transcript.text(try await lab.run("queue")) == """
                exit 0
                out:
                ID  STATE  TYPE  PARTNER  AGE  TRIES  NEXT TRY  LAST REASON
                ID1  deferred  M17  region  SPAN  1  TIME  G002: Nothing listens at the partner's address. localhost:PORT: Connection refused
                err:
                1 message: 1 deferred
                """)
        let line = try #require(try JSONObject.lines(try await lab.run("queue", "--json").outputText).first)
        #expect(line["next_try_at"]?.hasSuffix("Z") == true && line.number("attempts") == 1 && line["last_code"] == "G002")
        let retried = try await lab.run(["queue", "retry", "-", "--reason", "r"], input: Array("\(id)\n\(id)\n".utf8))
        #expect(retried.exitCode == 0 && retried.outputText == "\(id)\n")
        #expect(try lab.folder.names(in: "spool/outbound/ready") == [id])
    }

    @Test("A list is narrowed by state, partner, type and age, and gives ids that the acts take")
    func filters() async throws {
        let lab = try CommandLab.region()
        let sent = try await lab.run("send", Example.path("M01"))
        let ids = sent.outputText.split(separator: "\n").map(String.init)
        _ = try await lab.run("queue", "hold", ids[0], "--reason", "r")
        func listed(_ arguments: String...) async throws -> Set<String> {
            Set(try await lab.run(["queue", "--ids"] + arguments).outputText.split(separator: "\n").map(String.init))
        }
        #expect(try await listed() == [ids[0], ids[1]])
        #expect(try await listed("--state", "held") == [ids[0]])
        #expect(try await listed("--state", "held", "--state", "ready") == [ids[0], ids[1]])
        #expect(try await listed("--partner", "provkommun") == [ids[1]])
        #expect(try await listed("--type", "M05") == [])
        #expect(try await listed("--older-than", "1h") == [])
        #expect(try await listed("--older-than", "0s") == [ids[0], ids[1]])
        let nobody = try await lab.run("queue", "--partner", "provcommun")
        #expect(nobody.exitCode == 0 && nobody.output.isEmpty)
        #expect(nobody.errorText == "No partner is called provcommun.\nNo messages.\n")
    }

    @Test("Acts go on past a message that is not there, and the exit code tells of it")
    func unknownMessages() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        let stranger = "01jd3v8c6t9zq5x2w7r4m0n1kb"
        let result = try await lab.run("queue", "hold", stranger, id, "--reason", "r", "--json")
        #expect(result.exitCode == 66)
        #expect(try JSONObject.lines(result.outputText).map { $0["id"] } == [id])
        let error = try #require(try JSONObject.lines(result.errorText).first)
        #expect(error["code"] == "U003" && error["message_id"] == stranger)
    }

    @Test("One id that is none stops the command before the first act")
    func slipOfThePen() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        let result = try await lab.run(["queue", "hold", "-", "--reason", "r"], input: Array("\(id)\nnonsense\n".utf8))
        #expect(result.exitCode == 64)
        #expect(try lab.folder.names(in: "spool/outbound/ready") == [id])
        #expect(!FileManager.default.fileExists(atPath: lab.folder.file("audit.jsonl")))
    }

    @Test("A message that is being delivered cannot be touched; trying later is right")
    func inFlight() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try FileManager.default.moveItem(
            atPath: lab.folder.file("spool/outbound/ready/\(id)"), toPath: lab.folder.file("spool/outbound/inflight/\(id)"))
        let result = try await lab.run("queue", "hold", id, "--reason", "r")
        #expect(
            Transcript.text(result) == """
                exit 75
                out:
                err:
                sluss: U005: ID1: The message is being delivered (inflight).
                  Remedy: Try again shortly.
                """)
        #expect(!FileManager.default.fileExists(atPath: lab.folder.file("audit.jsonl")))
    }

    @Test("What cannot be recorded is not done")
    func auditUnwritable() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        // The check of the configuration refuses a folder in the file's place; a link that leads nowhere passes it and cannot be opened.
        try FileManager.default.createSymbolicLink(atPath: lab.folder.file("audit.jsonl"), withDestinationPath: "nowhere")
        let result = try await lab.run("queue", "hold", id, "--reason", "r")
        #expect(result.exitCode == 74 && result.errorText.contains("U006"))
        #expect(try lab.folder.names(in: "spool/outbound/ready") == [id])
    }

    @Test("Before the first start a list says that there is no spool yet and what makes it, and makes none")
    func noSpool() async throws {
        let lab = try CommandLab.kommun()
        for command in [["queue"], ["inbox"], ["message", "show", "01jd3v8c6t9zq5x2w7r4m0n1kb"]] {
            let result = try await lab.run(command)
            #expect(
                Transcript.text(result, in: lab.folder) == """
                    exit 74
                    out:
                    err:
                    sluss: P001: The spool does not exist yet (FOLDER/spool).
                      Remedy: Nothing has happened yet: sluss serve or sluss send makes the spool. Otherwise check paths.spool.
                    """)
        }
        #expect(try lab.folder.names(in: "spool").isEmpty)
    }

    @Test("A spool of another user is left alone, also by root", .enabled(if: geteuid() == 0, "only root can give a folder away"))
    func foreignSpool() async throws {
        let lab = try CommandLab.kommun()
        _ = try await lab.sendReferral()
        #expect(chown(lab.folder.file("spool"), 65_534, 65_534) == 0)
        for command in [["queue"], ["send", Example.path("M17")], ["serve"]] {
            let result = try await lab.run(command)
            #expect(result.exitCode == 77 && result.output.isEmpty)
            #expect(result.errorText.contains("U007") && result.errorText.contains("sudo -u "))
        }
    }
}
