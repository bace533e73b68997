import Foundation
import TestSupport
import Testing

extension Faults {
    /// Too few files may be open: at the start, and later.
    @Suite("Limits of open files", .enabled(if: Tool.arePresent("prlimit"), "prlimit is not installed"))
    struct OpenFilesTests {
        @Test("With sixty-four the daemon does not start, and says why and what to do")
        func tooFew() async throws {
            let exchange = try Exchange("files")
            let result = try await Tool.require("prlimit").run(
                ["--nofile=64:64", try Binary.tool().path, "serve", "--config", exchange.kommun.configuration])
            #expect(result.exitCode == 78)
            #expect(result.errorText.contains("G301") && result.errorText.contains("found=64") && result.errorText.contains("LimitNOFILE"))
            #expect(!result.errorText.contains(RunningGateway.readyText))
        }

        @Test("With six hundred it takes fewer connections than configured, says so, and serves")
        func fewer() async throws {
            let exchange = try Exchange("files")
            var options = RunningGateway.Options()
            options.wrapper = ["prlimit", "--nofile=600:600"]
            let gateway = try await RunningGateway(configuration: exchange.kommun.configuration, log: exchange.kommun.log, options: options)
            #expect(exchange.kommun.logText.contains("G302"))
            try await exchange.region.start()
            try exchange.region.drop(FreshMessage())
            #expect(try await eventually { exchange.kommun.handedOverCount == 1 })
            try await exchange.region.stop()
            try await gateway.stop()
        }

        @Test("The soft limit does not matter where the hard one does: it is raised at the start")
        func soft() async throws {
            let exchange = try Exchange("files")
            var options = RunningGateway.Options()
            options.wrapper = ["prlimit", "--nofile=64:4096"]
            let gateway = try await RunningGateway(configuration: exchange.kommun.configuration, log: exchange.kommun.log, options: options)
            #expect(!exchange.kommun.logText.contains("G302"))
            let limits = try String(contentsOfFile: "/proc/\(gateway.process.identifier)/limits", encoding: .utf8)
            #expect(limits.contains(/Max open files +4096 +4096/))
            try await gateway.stop()
        }

        @Test("When connections use up every descriptor the listener does not spin, and serves again once they are gone")
        func exhausted() async throws {
            let exchange = try Exchange("files")
            try await exchange.start()
            let process = try #require(exchange.kommun.identifier)
            let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
            let lower = try await Tool.require("prlimit").run(["--pid", "\(process)", "--nofile=\(open + 10):4096"])
            try #require(lower.isSuccess, "\(lower.errorText)")
            let crowd = try (0..<40).map { _ in try IdleConnection(port: exchange.kommunPort) }
            #expect(try await eventually { try Self.openFiles(process) >= open + 10 }, "all descriptors are taken")
            let before = try Self.ticks(process)
            try await Task.sleep(for: .seconds(3))
            let spent = try Self.ticks(process) - before
            #expect(spent < 150, "\(spent) ticks of 10 ms in 3 s")
            #expect(!exchange.kommun.hasDied)
            for connection in crowd { connection.close() }
            try exchange.region.drop(FreshMessage())
            #expect(try await eventually(within: .seconds(60)) { exchange.kommun.handedOverCount == 1 })
            try await exchange.stop()
        }

        private static func openFiles(_ process: Int32) throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
        }

        /// Processor time used so far, in hundredths of a second (proc(5), fields utime and stime).
        private static func ticks(_ process: Int32) throws -> Int {
            let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
            try #require(fields.count > 12)
            return try #require(Int(fields[11])) + #require(Int(fields[12]))
        }
    }
}
