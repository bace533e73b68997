import Foundation
import Synchronization
import TestSupport

/// One gateway of a test: its folders, its daemon that comes and goes, and the commands an operator gives it.
final class Station: Sendable {
    let folder: String
    let configuration: String
    let log: String
    private let daemon = Mutex<RunningGateway?>(nil)

    init(folder: String, configuration: String) {
        (self.folder, self.configuration) = (folder, configuration)
        log = folder + "/daemon.log"
    }

    // MARK: The daemon

    /// Starts the daemon and waits until it is ready.
    func start(_ environment: [String: String] = [:]) async throws {
        var options = RunningGateway.Options()
        options.environment = environment
        options.timeout = .seconds(60)
        let gateway = try await RunningGateway(configuration: configuration, log: log, options: options)
        daemon.withLock { $0 = gateway }
    }

    /// Ends the daemon as a power cut would.
    func kill() async throws {
        try await daemon.withLock { $0 }?.kill()
        daemon.withLock { $0 = nil }
    }

    /// Asks the daemon to stop; its exit code.
    @discardableResult
    func stop(within timeout: Duration = .seconds(20)) async throws -> Int32 {
        let code = try await daemon.withLock { $0 }?.stop(within: timeout)
        daemon.withLock { $0 = nil }
        return code ?? -1
    }

    /// Sends a signal to the daemon.
    func signal(_ number: Int32) { daemon.withLock { $0 }?.process.send(number) }

    /// The process while it runs.
    var identifier: Int32? { daemon.withLock { $0 }.map { Int32($0.process.identifier) } }

    /// True when the daemon ended by itself or was killed.
    var hasDied: Bool { daemon.withLock { $0 }?.process.exitCodeIfEnded() != nil }

    /// What the daemon wrote since it was first started.
    var logText: String { String(decoding: (try? Data(contentsOf: URL(filePath: log))) ?? Data(), as: UTF8.self) }

    // MARK: Commands

    /// Runs `sluss COMMAND --config … REST`.
    func sluss(_ command: [String], _ rest: [String] = [], environment: [String: String] = [:], input: [UInt8] = []) async throws
        -> ToolResult
    {
        var tool = try Binary.tool()
        tool.environment = environment
        return try await tool.run(command + ["--config", configuration] + rest, input: input, timeout: .seconds(120))
    }

    /// Sends a message with the command; the ids it printed.
    func send(_ message: FreshMessage, environment: [String: String] = [:]) async throws -> (result: ToolResult, ids: [String]) {
        let file = "\(folder)/\(message.messageID).xml"
        try Data(message.bytes).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let result = try await sluss(["send"], [file], environment: environment)
        return (result, result.outputText.split(separator: "\n").map(String.init).filter { $0.count == 26 })
    }

    /// Leaves a message in the drop folder, whole at once.
    func drop(_ message: FreshMessage) throws {
        let path = "\(folder)/submit/\(message.messageID).xml"
        try Data(message.bytes).write(to: URL(filePath: path + ".part"))
        try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
    }

    /// The id under which a dropped message was accepted, once it was.
    func acceptedID(of message: FreshMessage) -> String? {
        struct Answer: Decodable {
            struct Copy: Decodable { let id: String }
            let copies: [Copy]
        }
        let path = "\(folder)/submit/\(message.messageID).accepted.json"
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        return (try? JSONDecoder().decode(Answer.self, from: bytes))?.copies.first?.id
    }

    // MARK: What lies where

    /// The messages in a state of a spool.
    func messages(_ spool: String, _ state: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/spool/\(spool)/\(state)")) ?? []
        return names.filter { !$0.hasPrefix(".") }
    }

    /// How many messages wait to be delivered or are being delivered.
    var outstanding: Int { ["ready", "inflight", "awaiting", "deferred"].reduce(0) { $0 + messages("outbound", $1).count } }

    /// True when a message lies in a state of the outbound spool.
    func isThere(_ id: String, in state: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/spool/outbound/\(state)/\(id)")
    }

    /// How many messages lie in the hand-over folder.
    var handedOverCount: Int { handedOverFiles.count }

    /// The messages in the hand-over folder.
    var handedOverFiles: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/inbox")) ?? []
        return names.filter { $0.hasSuffix(".xml") && !$0.hasPrefix(".") }.sorted()
    }

    /// How many copies of each business message lie in the hand-over folder.
    func copies() throws -> [String: Int] {
        try handedOverFiles.reduce(into: [:]) { $0[try businessMessageID(ofFile: $1), default: 0] += 1 }
    }

    private func businessMessageID(ofFile name: String) throws -> String {
        let text = String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/inbox/\(name)")), as: UTF8.self)
        guard let start = text.range(of: "Meddelandeid>"), let end = text.range(of: "</", range: start.upperBound..<text.endIndex) else {
            throw SupportFailure("no message id in \(name)")
        }
        return String(text[start.upperBound..<end.lowerBound])
    }
}
