import Foundation
import TestSupport

/// An organisation's gateway, configured and not running, on which a test tries the commands. Its partners do not answer.
final class CommandLab: Sendable {
    let folder: TemporaryFolder
    let configuration: String
    private let environment: [String: String]

    /// A municipality that sends referrals to the region: one message makes one copy.
    static func kommun(_ change: (inout ConfigurationWriter) -> Void = { _ in }) throws -> CommandLab {
        var writer = ConfigurationWriter(.kommun, certificates: try .shared(), port: try FreePort.next())
        writer.partners = [.init(.region, port: try FreePort.next())]
        writer.partners[0].retry = "{ first_delay: 60s, longest_delay: 1h, jitter: 0, expiry: 48h, maximum_attempts: 100 }"
        change(&writer)
        return try CommandLab(writer)
    }

    /// A region that notifies two municipalities and its own open care: one message makes three copies.
    static func region(_ change: (inout ConfigurationWriter) -> Void = { _ in }) throws -> CommandLab {
        var writer = ConfigurationWriter(.region, certificates: try .shared(), port: try FreePort.next())
        writer.partners = [.init(.kommun, port: try FreePort.next()), .init(.neighbour, port: try FreePort.next())]
        change(&writer)
        return try CommandLab(writer)
    }

    init(_ writer: ConfigurationWriter) throws {
        folder = try TemporaryFolder("commands")
        configuration = try writer.write(to: folder.path)
        environment = ["SLUSS_CONFIG": configuration, "SLUSS_LANGUAGE": "en", "COLUMNS": "200"]
    }

    /// Runs `sluss` with this lab's configuration, in the lab's folder.
    ///
    /// - Parameter more: variables besides those of the lab.
    func run(
        _ arguments: [String], input: [UInt8] = [], language: String = "en", more: [String: String] = [:]
    ) async throws -> ToolResult {
        var tool = try Binary.tool()
        tool.environment = environment.merging(["SLUSS_LANGUAGE": language]) { $1 }.merging(more) { $1 }
        return try await tool.run(arguments, input: input, folder: folder.path)
    }

    /// The same, as a second person.
    func run(_ arguments: [String], by person: SecondLogin) async throws -> ToolResult {
        var tool = try Binary.tool()
        tool.environment = environment
        return try await person.run(tool, arguments, folder: folder.path)
    }

    /// The same for a few words.
    func run(_ arguments: String...) async throws -> ToolResult { try await run(arguments) }

    /// Queues the example referral and returns its id.
    func sendReferral() async throws -> String {
        let result = try await run("send", Example.path("M17"))
        guard result.exitCode == 0 else { throw SupportFailure("send ended with \(result.exitCode): \(result.errorText)") }
        return result.outputText.trimmingCharacters(in: .newlines)
    }

    /// Runs the daemon until the message lies in the state, then stops it.
    func serve(until state: String, for id: String, in spool: String = "outbound") async throws {
        let gateway = try await RunningGateway(configuration: configuration, log: folder.file("log"))
        let hasMoved = try await eventually {
            FileManager.default.fileExists(atPath: folder.file("spool/\(spool)/\(state)/\(id)"))
        }
        try await gateway.stop()
        guard hasMoved else { throw SupportFailure("\(id) did not come to \(state):\n\(gateway.logText())") }
    }

    /// The lines of the audit trail.
    func auditLines() throws -> [String] {
        String(decoding: try folder.bytes(of: "audit.jsonl"), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// `sluss` without configuration.
func sluss(_ arguments: [String], input: [UInt8] = [], language: String = "en") async throws -> ToolResult {
    var tool = try Binary.tool()
    tool.environment = ["SLUSS_LANGUAGE": language, "COLUMNS": "200", "SLUSS_CONFIG": "/nonexistent/sluss.yaml"]
    return try await tool.run(arguments, input: input)
}

/// The example messages.
enum Example {
    static let all = ["M01", "M05", "M17"].map(path)

    static func path(_ type: String) -> String {
        let names = ["M01": "inskrivningsmeddelande", "M05": "utskrivningsklar", "M14": "begaran-halsoundersokning", "M17": "remiss"]
        return ProjectRoot.file("Schemas/examples/\(type)-\(names[type] ?? "").xml")
    }

    static func text(_ type: String) throws -> String { try String(contentsOfFile: path(type), encoding: .utf8) }

    /// What stands in the examples and may be seen by nobody but the receiver.
    static let patientData = [
        "Tilda", "Provberg", "201203159809", "20120315", "120315", "Familjen Övning", "Påhittade", "74999", "Läkardotter", "cykel", "Malte",
        "Övningsson", "201005089816", "20100508", "100508", "koncentration", "undervisningen", "Skolexempel",
    ]
}
