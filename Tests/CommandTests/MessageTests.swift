import Foundation
import TestSupport
import Testing

@Suite("sluss message and sluss inbox")
struct MessageTests {
    @Test("A message's page tells its history and its files, and nothing of its content")
    func page() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        #expect(
            Transcript.text(try await lab.run("message", "show", id)) == """
                exit 0
                out:
                id  ID1
                state  ready
                direction  outbound
                type  M17 Referral
                partner  region
                accepted  TIME (SPAN)
                attempts  0
                business id  5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e1717
                case  c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2017
                AS4 MessageId  5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e1717.2321009900@2120009903.sluss
                agreement  med-region
                warnings  W01
                size  SIZE
                SHA-256  SHA256
                files  outbound/ready/ID1/envelope.json
                  outbound/ready/ID1/history.jsonl
                  outbound/ready/ID1/message.xml

                history
                  TIME  submitted  incoming → ready  by NAME
                err:
                """)
    }

    @Test("The content comes out byte for byte, alone, and only after the reader's name and reason are on record")
    func content() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        let result = try await lab.run("message", "show", id, "--with-content", "--reason", "Complaint 2026/114")
        #expect(result.exitCode == 0 && result.errors.isEmpty)
        #expect(result.output == (try lab.folder.bytes(of: "spool/outbound/ready/\(id)/message.xml")))
        #expect(result.outputText.contains("Övningsson"))
        #expect(
            Transcript.normalized(try lab.auditLines().joined(separator: "\n")) == """
                {"time":"INSTANT","who":"NAME","act":"view_content","message":"ID1","reason":"Complaint 2026/114","outcome":"begun","previous":""}
                {"time":"INSTANT","who":"NAME","act":"view_content","message":"ID1","outcome":"done","previous":"SHA256"}
                """)
    }

    @Test("Without a record there is no content")
    func auditUnwritable() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try FileManager.default.createSymbolicLink(atPath: lab.folder.file("audit.jsonl"), withDestinationPath: "nowhere")
        let result = try await lab.run("message", "show", id, "--with-content", "--reason", "curious")
        #expect(result.exitCode == 74 && result.output.isEmpty && result.errorText.contains("U006"))
    }

    @Test("An id nobody knows is no such message")
    func unknown() async throws {
        let lab = try CommandLab.kommun()
        _ = try await lab.sendReferral()
        for more in [[], ["--with-content", "--reason", "test"]] {
            let result = try await lab.run(["message", "show", "01jd3v8c6t9zq5x2w7r4m0n1kb"] + more)
            #expect(
                Transcript.text(result) == """
                    exit 66
                    out:
                    err:
                    sluss: U003: ID1: There is no message with this id.
                      Remedy: List all with sluss queue --all and sluss inbox.
                    """)
        }
    }

    @Test("A flipped bit is found when the content is read; the message is set aside and can still be looked at")
    func damaged() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        let body = lab.folder.file("spool/outbound/ready/\(id)/message.xml")
        var bytes = try lab.folder.bytes(of: "spool/outbound/ready/\(id)/message.xml")
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(filePath: body))
        let read = try await lab.run("message", "show", id, "--with-content", "--reason", "test")
        #expect(read.exitCode == 74 && read.output.isEmpty && read.errorText.contains("P013"))
        #expect(try lab.folder.names(in: "spool/outbound/corrupt").contains(id))
        let shown = try await lab.run("message", "show", id)
        #expect(shown.exitCode == 0)
        #expect(shown.outputText.contains(/state +corrupt/) && shown.outputText.contains("corrupted"))
        let listed = try await lab.run("queue", "--json")
        #expect(try JSONObject.lines(listed.outputText).map { $0["state"] } == ["corrupt"])
        let cancelled = try await lab.run("queue", "hold", id, "--reason", "r")
        #expect([1, 74].contains(cancelled.exitCode))
        expectNoTrace(cancelled)
        #expect(try JSONObject(try #require(lab.auditLines().last))["outcome"] == "failed")
    }

    @Test("The inbox lists what came in, handed over or not, with the same filters")
    func inbox() async throws {
        let lab = try CommandLab.region()
        let ids = try await lab.run("send", Example.path("M01")).outputText.split(separator: "\n").map(String.init)
        #expect(
            Transcript.text(try await lab.run("inbox")) == """
                exit 0
                out:
                ID  STATE  TYPE  PARTNER  AGE  TRIES  NEXT TRY  LAST REASON
                ID1  ready  M01  local  SPAN  0  –  –
                err:
                1 message: 1 ready
                """)
        #expect(try await lab.run("inbox", "--state", "done", "--ids").output.isEmpty)
        let shown = try await lab.run("message", "show", ids[2])
        #expect(shown.outputText.contains(/direction +inbound/) && shown.outputText.contains("inbound/ready/\(ids[2])/receipt"))
    }
}
