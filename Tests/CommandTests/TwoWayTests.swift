import CareMessages
import Foundation
import TestSupport
import Testing

@Suite("A Two-Way exchange between two daemons")
struct TwoWayTests {
    /// What is printed only of a message that answers another.
    static let answeringFields: Set<String> = ["answers", "as4_ref_to_message_id", "history[].reply"]

    private static func note(in inbox: String) throws -> JSONObject? {
        let names = try FileManager.default.contentsOfDirectory(atPath: inbox).filter { $0.hasSuffix(".json") }
        guard let name = names.first else { return nil }
        return try JSONObject.lines(String(contentsOfFile: "\(inbox)/\(name)", encoding: .utf8)).first
    }

    @Test("A remissbekräftelse answers its remiss on the wire, and both histories show it")
    func exchange() async throws {
        try await TemporaryFolder.with("two-way") { folder in
            var pair = try GatewayPair(in: folder.path, certificates: try .shared())
            pair.region.partners[0].mep = "two-way"
            pair.kommun.partners[0].mep = "two-way"
            pair.region.partners[0].send += ["M18"]
            pair.kommun.partners[0].receive += ["M18"]
            let (region, kommun) = try pair.write()
            let regionDaemon = try await RunningGateway(configuration: region, log: folder.file("region.log"))
            let kommunDaemon = try await RunningGateway(configuration: kommun, log: folder.file("kommun.log"))

            let remiss = ExampleMessage(
                .remiss, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased())
            let asked = try await sluss(["send", "--config", kommun, try folder.write(remiss.xml, to: "m17.xml"), "--json"])
            #expect(asked.exitCode == 0, "\(asked.errorText)")
            #expect(try await eventually { try Self.note(in: pair.regionFolder + "/inbox") != nil })

            var confirmation = ExampleMessage(
                .remissbekraftelse, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: remiss.caseID)
            confirmation.refersTo = remiss.messageID
            let sent = try await sluss(["send", "--config", region, try folder.write(confirmation.xml, to: "m18.xml"), "--json"])
            #expect(sent.exitCode == 0, "\(sent.errorText)")
            #expect(
                try await eventually { try Self.note(in: pair.kommunFolder + "/inbox") != nil }, "\(regionDaemon.logText().suffix(900))")

            let request = try await Shown(Self.copy(in: asked), kommun)
            let received = try await Shown(Self.note(in: pair.regionFolder + "/inbox")?["id"], region)
            let reply = try await Shown(Self.copy(in: sent), region)
            let answer = try await Shown(Self.note(in: pair.kommunFolder + "/inbox")?["id"], kommun)
            for (first, second) in [(request, answer), (received, reply)] {
                #expect(second.object["answers"] == first.id)
                #expect(second.object["as4_ref_to_message_id"] == first.object["as4_message_id"])
                #expect(first.object.objects("history").compactMap { $0["reply"] } == [second.id])
                #expect(Self.answeringFields.isSubset(of: first.object.fields.union(second.object.fields)))
            }
            let page = try await sluss(["message", "show", request.id, "--config", kommun])
            #expect(page.outputText.contains("answered  \(answer.id)"), "\(page.outputText)")
            try await regionDaemon.stop()
            try await kommunDaemon.stop()
        }
    }

    private static func copy(in sent: ToolResult) throws -> String? {
        try JSONObject.lines(sent.outputText).first?.objects("copies").first?["id"]
    }

    /// What `sluss message show` tells.
    private struct Shown {
        let id: String
        let object: JSONObject

        init(_ id: String?, _ configuration: String) async throws {
            self.id = try #require(id)
            let result = try await sluss(["message", "show", self.id, "--config", configuration, "--json"])
            object = try #require(try JSONObject.lines(result.outputText).first, "\(result.errorText)")
        }
    }
}
