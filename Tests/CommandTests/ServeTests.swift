import Foundation
import TestSupport
import Testing

@Suite("sluss serve")
struct ServeTests {
    @Test("The daemon says when it is ready, and ends with 0 when told to", arguments: [SIGTERM, SIGINT])
    func cleanStop(_ signal: Int32) async throws {
        let lab = try CommandLab.kommun()
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        #expect(try await gateway.stop(with: signal) == 0)
        for line in gateway.logText().split(separator: "\n") {
            let object = try JSONObject(line)
            #expect(object["time"] != nil && object["level"] != nil && object["event"] != nil)
        }
    }

    @Test("A second daemon on the same spool is refused with 69, and commands work beside the first")
    func secondDaemon() async throws {
        let lab = try CommandLab.kommun()
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let second = try await lab.run("serve")
        #expect(second.exitCode == 69)
        let words = "sluss: P004: Another process runs this spool (lock, pid N).\n  Remedy: Stop the other process first.\n"
        #expect(Transcript.normalized(second.errorText).hasSuffix(words))
        #expect(try await lab.run("queue").exitCode == 0)
        #expect(try await gateway.stop() == 0)
    }

    @Test("An address that another process has is 69, one that is not this machine's is 78")
    func address() async throws {
        let lab = try CommandLab.kommun()
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let text = String(decoding: try lab.folder.bytes(of: "sluss.yaml"), as: UTF8.self)
        try lab.folder.write(text.replacing("spool: spool", with: "spool: other"), to: "other.yaml")
        let taken = try await lab.run("serve", "--config", lab.folder.file("other.yaml"))
        #expect(taken.exitCode == 69)
        #expect(taken.errorText.contains("sluss: U010: The address cannot be opened for partners (127.0.0.1:"))
        #expect(try await gateway.stop() == 0)
        try lab.folder.write(text.replacing("host: 127.0.0.1", with: "host: 192.0.2.7"), to: "other.yaml")
        let foreign = try await lab.run("serve", "--config", lab.folder.file("other.yaml"), "--json")
        #expect(foreign.exitCode == 78)
        #expect(try JSONObject.lines(foreign.errorText).last?["code"] == "U010")
        expectNoTrace(foreign)
    }

    @Test("With --json the log is JSON even where the configuration says text", arguments: [false, true])
    func jsonLog(_ isAsked: Bool) async throws {
        let lab = try CommandLab.kommun()
        let text = String(decoding: try lab.folder.bytes(of: "sluss.yaml"), as: UTF8.self)
        let configuration = try lab.folder.write(text.replacing("format: json", with: "format: text"), to: "text.yaml")
        var options = RunningGateway.Options()
        if isAsked { options.arguments = ["--json"] }
        let gateway = try await RunningGateway(configuration: configuration, log: lab.folder.file("log"), options: options)
        #expect(try await gateway.stop() == 0)
        let lines = gateway.logText().split(separator: "\n")
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("{") == isAsked })
        if isAsked { for line in lines { #expect(try JSONObject(line)["event"] != nil) } }
    }

    @Test("A warning about the configuration is logged and does not stop the start")
    func warnings() async throws {
        let lab = try CommandLab.kommun { $0.partners.append(.init(.neighbour, port: $0.port ?? 0)) }
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        #expect(try await gateway.stop() == 0)
        let warnings = try JSONObject.lines(gateway.logText()).filter { $0["event"] == "configuration" }
        #expect(warnings.contains { $0["code"] == "C070" && $0["level"] == "warning" })
    }
}
