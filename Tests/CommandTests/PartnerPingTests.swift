import Foundation
import TestSupport
import Testing

@Suite("sluss partner ping")
struct PartnerPingTests {
    /// What is printed only when an answer came.
    static let answeredFields: Set<String> = ["status"]

    @Test("A partner that runs answers with a receipt, and each stage has its time; nothing comes to its inbox")
    func answered() async throws {
        try await TemporaryFolder.with("ping") { folder in
            let pair = try GatewayPair(in: folder.path, certificates: try .shared())
            let (region, kommun) = try pair.write()
            let gateway = try await RunningGateway(configuration: kommun, log: folder.file("kommun.log"))
            let result = try await sluss(["partner", "ping", "kommun", "--config", region, "--json"])
            #expect(result.exitCode == 0, "\(result.outputText) \(result.errorText) \(gateway.logText().suffix(500))")
            let object = try #require(try JSONObject.lines(result.outputText).first)
            #expect(
                object.fields.isSuperset(
                    of: Self.answeredFields.union(["partner", "answered", "stages[].name", "stages[].elapsed_seconds"])))
            for name in ["sign", "connect", "exchange", "receipt"] { #expect(result.outputText.contains("\"name\":\"\(name)\"")) }
            #expect(gateway.logText().contains("test message answered"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: pair.kommunFolder + "/inbox").isEmpty)
            let words = try await sluss(["partner", "ping", "kommun", "--config", region])
            #expect(
                words.exitCode == 0 && words.outputText.contains("The receipt proves the message.") && words.outputText.contains(" ms  ok"))
            try await gateway.stop()
        }
    }

    @Test("A partner that is not there, or shows another certificate, fails at the stage of its connection with its code")
    func failed() async throws {
        try await TemporaryFolder.with("ping") { folder in
            let pair = try GatewayPair(in: folder.path, certificates: try .shared())
            let (region, _) = try pair.write()
            let dead = try await sluss(["partner", "ping", "kommun", "--config", region, "--json"])
            #expect(
                dead.exitCode == 1 && dead.outputText.contains("\"name\":\"connect\"") && !dead.outputText.contains("\"name\":\"exchange\"")
            )
            #expect(dead.outputText.contains("\"code\":\"G0"), "\(dead.outputText)")
            let unknown = try await sluss(["partner", "ping", "nobody", "--config", region])
            #expect(unknown.exitCode == 64 && unknown.errorText.contains("no partner is called nobody; the configuration has: kommun"))
        }
    }
}
