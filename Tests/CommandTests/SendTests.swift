import Foundation
import TestSupport
import Testing

@Suite("sluss send")
struct SendTests {
    @Test("A message is accepted with the daemon down, once, and lies in the spool")
    func accepted() async throws {
        let lab = try CommandLab.kommun()
        let first = try await lab.run("send", Example.path("M17"))
        #expect(
            Transcript.text(first, in: lab.folder) == """
                exit 0
                out:
                ID1
                err:
                ROOT/Schemas/examples/M17-remiss.xml: accepted: ID1 → region
                ROOT/Schemas/examples/M17-remiss.xml:9: warning W01: More than 24 hours have passed since the message was sent by its own account (Skickad).
                  Place: /sam:Remiss/sam:Kuvert/sam:Skickad
                  Ground: Sluss's own rule; compare lag (2017:612) 2 kap. 3 §, 3 kap. 1 §
                  Remedy: Telephone the receiver about urgent matters and find out where the message was delayed.
                """)
        let again = try await lab.run("send", Example.path("M17"))
        #expect(again.output == first.output)
        #expect(again.errorText.contains("existed already"))
        let id = first.outputText.trimmingCharacters(in: .newlines)
        #expect(try lab.folder.names(in: "spool/outbound/ready") == [id])
        let modes = try ["", "/message.xml", "/envelope.json"].map { name in
            let path = lab.folder.file("spool/outbound/ready/\(id)\(name)")
            return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(modes == [0o700, 0o600, 0o600])
    }

    @Test("A message to three receivers is three copies, one of them for the own organisation")
    func severalReceivers() async throws {
        let lab = try CommandLab.region()
        let result = try await lab.run("send", Example.path("M01"), "--json")
        #expect(result.exitCode == 0 && result.errors.isEmpty)
        let answer = try #require(try JSONObject.lines(result.outputText).first)
        #expect(answer["status"] == "accepted" && answer["type"] == "M01")
        #expect(answer.objects("copies").compactMap { $0["partner"] } == ["kommun", "provkommun", "local"])
        let inbox = try await lab.run("inbox", "--json")
        #expect(try JSONObject.lines(inbox.outputText).map { $0["id"] } == [answer.objects("copies").last?["id"]])
    }

    @Test("A refused message leaves nothing, and the others are sent all the same")
    func refused() async throws {
        let lab = try CommandLab.kommun()
        let bad = try lab.folder.write(try Example.text("M17").replacing("201005089816", with: "201005089817"), to: "bad.xml")
        let result = try await lab.run("send", bad, Example.path("M17"))
        #expect(
            Transcript.text(result, in: lab.folder) == """
                exit 65
                out:
                ID1
                err:
                FOLDER/bad.xml: refused
                FOLDER/bad.xml:45: error E04: The identifier's check digit is wrong.
                  Place: /sam:Remiss/sam:Patient/sam:Patientid/sam:Identitetsvarde
                  Ground: Folkbokföringslagen (1991:481) 18 §; lag (2022:1697); lag (1974:174)
                  Remedy: Fetch it again from the population register, the directory or the code list.
                FOLDER/bad.xml:9: warning W01: More than 24 hours have passed since the message was sent by its own account (Skickad).
                  Place: /sam:Remiss/sam:Kuvert/sam:Skickad
                  Ground: Sluss's own rule; compare lag (2017:612) 2 kap. 3 §, 3 kap. 1 §
                  Remedy: Telephone the receiver about urgent matters and find out where the message was delayed.
                ROOT/Schemas/examples/M17-remiss.xml: accepted: ID1 → region
                ROOT/Schemas/examples/M17-remiss.xml:9: warning W01: More than 24 hours have passed since the message was sent by its own account (Skickad).
                  Place: /sam:Remiss/sam:Kuvert/sam:Skickad
                  Ground: Sluss's own rule; compare lag (2017:612) 2 kap. 3 §, 3 kap. 1 §
                  Remedy: Telephone the receiver about urgent matters and find out where the message was delayed.
                """)
        #expect(try lab.folder.names(in: "spool/outbound/ready").count == 1)
        #expect(try lab.folder.names(in: "spool/outbound/incoming").isEmpty)
    }

    @Test("A receiver nobody knows is refused before anything is stored")
    func unknownReceiver() async throws {
        let lab = try CommandLab.region()
        let text = try Example.text("M01").replacing("2120009911", with: "5560360793").replacing("0382", with: "0380")
        let result = try await lab.run(["send", "-", "--json"], input: Array(text.utf8))
        #expect(result.exitCode == 65)
        let answer = try #require(try JSONObject.lines(result.outputText).first)
        #expect(answer["status"] == "refused" && answer.objects("copies").isEmpty)
        #expect(answer.objects("findings").contains { ["E03", "R001"].contains($0["code"]) })
    }

    @Test("A file that cannot be read is an input error, and the others are sent all the same")
    func missingFile() async throws {
        let lab = try CommandLab.kommun()
        let result = try await lab.run("send", "--json", "missing.xml", Example.path("M17"))
        #expect(result.exitCode == 74)
        #expect(try JSONObject.lines(result.outputText).map { $0["status"] } == ["accepted"])
        #expect(try JSONObject.lines(result.errorText).map { $0["code"] } == ["U002"])
    }

    @Test("Below the disk's reserve nothing is taken, and trying later is right")
    func fullDisk() async throws {
        let lab = try CommandLab.kommun { $0.appendix = "disk: { minimum_free: 1024GiB }" }
        let result = try await lab.run("send", Example.path("M17"))
        #expect(result.exitCode == 75 && result.output.isEmpty)
        #expect(result.errorText.contains("P010") && result.errorText.contains("Remedy: Free space"))
        #expect(try lab.folder.names(in: "spool/outbound/ready").isEmpty)
    }

    @Test("Every file gets its answer, whatever happens to the others, and the exit code tells of the worst")
    func everyFile() async throws {
        let lab = try CommandLab.kommun { $0.appendix = "disk: { minimum_free: 1024GiB }" }
        let bad = try lab.folder.write(try Example.text("M17").replacing("201005089816", with: "201005089817"), to: "bad.xml")
        let files = [Example.path("M17"), bad, lab.folder.file("missing.xml"), Example.path("M17")]
        let result = try await lab.run(["send", "--json"] + files)
        #expect(result.exitCode == 74)
        let errors = try JSONObject.lines(result.errorText)
        #expect(errors.map { $0["code"] } == ["P010", "U002", "P010"])
        #expect(errors.map { $0["file"] } == [files[0], files[2], files[3]])
        #expect(try JSONObject.lines(result.outputText).map { $0["file"] } == [bad])
        let words = try await lab.run("send", Example.path("M17"))
        #expect(words.errorText.contains("sluss: P010: \(Example.path("M17")): The reserve of the disk is reached"))
    }

    @Test("A message that lay for more than a day before it was sent is taken with a warning, a fresh one without")
    func stale() async throws {
        let lab = try CommandLab.kommun()
        func warnings(_ age: TimeInterval, _ number: Int) async throws -> [String?] {
            let sent = Date(timeIntervalSinceNow: -age).formatted(.iso8601)
            let id = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e171\(number)"
            let text = try Example.text("M17").replacing(/<sam:Skickad>[^<]+</, with: "<sam:Skickad>\(sent)<")
                .replacing("5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e1717", with: id)
            let result = try await lab.run(["send", "-", "--json"], input: Array(text.utf8))
            #expect(result.exitCode == 0, "\(result.outputText)")
            return try #require(try JSONObject.lines(result.outputText).first).objects("findings").map { $0["code"] }
        }
        #expect(try await warnings(90_000, 1).contains("W01"))
        #expect(try await !warnings(80_000, 2).contains("W01"))
    }

    @Test("While the daemon runs, what is sent is tried at once")
    func besideTheDaemon() async throws {
        let lab = try CommandLab.kommun()
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let id = try await lab.sendReferral()
        let isTried = try await eventually {
            FileManager.default.fileExists(atPath: lab.folder.file("spool/outbound/deferred/\(id)"))
        }
        #expect(isTried)
        #expect(try await gateway.stop() == 0)
    }
}
