import Foundation

/// A daemon, `sluss serve`, that a test started. Killed with the object if the test does not stop it.
package final class RunningGateway: Sendable {
    /// What a daemon writes to its log when it takes messages; ``init(configuration:log:options:)`` waits for it.
    package static let readyText = "gateway ready"

    /// How a daemon is started.
    package struct Options: Sendable {
        /// A text in the log that says the daemon is ready.
        package var readyText = RunningGateway.readyText
        /// How long that may take.
        package var timeout: Duration = .seconds(30)
        /// Variables on top of our own environment.
        package var environment: [String: String] = [:]
        /// The program to start in place of the one that was built with the tests.
        package var program: String?
        /// A program and its arguments that run the daemon, such as strace; found in `PATH`.
        package var wrapper: [String] = []
        /// Arguments after `serve --config FILE`.
        package var arguments: [String] = []

        /// The daemon itself, 30 s to get ready.
        package init() {}
    }

    /// The path of the log; standard output and error are appended to it, so restarts share one.
    package let log: String
    /// Where this daemon's part of the log begins.
    private let start: Int
    /// The started process; with a wrapper, the wrapper.
    package let process: ChildProcess

    /// Starts a daemon and waits until it is ready.
    ///
    /// - Throws: ``SupportFailure`` with the end of the log, when the daemon ends early or is not ready in time.
    package init(configuration: String, log: String, options: Options = Options()) async throws {
        self.log = log
        let command = options.wrapper + [try options.program ?? Binary.tool().path, "serve", "--config", configuration] + options.arguments
        let program = command[0].contains("/") ? command[0] : try Tool.require(command[0]).path
        let file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [file, nothing] where descriptor >= 0 { close(descriptor) } }
        guard file >= 0, nothing >= 0 else { throw SupportFailure("opening \(log)", errorNumber: errno) }
        start = Int(lseek(file, 0, SEEK_END))
        process = try ChildProcess(
            .init(path: program, arguments: Array(command.dropFirst()), environment: options.environment),
            streams: .init(input: nothing, output: file, errors: file))

        let isReady = try await eventually(within: options.timeout) {
            if let code = process.exitCodeIfEnded() {
                throw SupportFailure("the daemon ended with \(code) before it was ready:\n\(lastLines(40))")
            }
            return logText(from: start).contains(options.readyText)
        }
        guard isReady else {
            process.send(SIGKILL)
            throw SupportFailure("the daemon was not ready after \(options.timeout):\n\(lastLines(40))")
        }
    }

    deinit {
        process.end()
    }

    /// Asks the daemon to stop and waits for its end; returns its exit code. Every daemon of every test ends here, so here its log is
    /// searched for what the examples say about people.
    ///
    /// - Throws: ``SupportFailure`` when it still runs after the time; it is then killed. Also when its log tells of a person.
    @discardableResult
    package func stop(with signal: Int32 = SIGTERM, within timeout: Duration = .seconds(20)) async throws -> Int32 {
        process.send(signal)
        let hasEnded = try await eventually(within: timeout) { process.exitCodeIfEnded() != nil }
        guard hasEnded, let code = process.exitCodeIfEnded() else {
            process.send(SIGKILL)
            throw SupportFailure("the daemon did not stop within \(timeout) of signal \(signal):\n\(lastLines(40))")
        }
        let said = try Data(contentsOf: URL(filePath: log)).dropFirst(start)
        if let hint = PersonalContent.hint(in: Data(said)) {
            throw SupportFailure("the daemon's log tells of persons of the examples (\(hint)): \(log)")
        }
        return code
    }

    /// Kills the daemon with SIGKILL, as a power cut would end it, and waits until it is gone.
    ///
    /// - Throws: ``SupportFailure`` when it is still there after ten seconds.
    package func kill() async throws { try await stop(with: SIGKILL, within: .seconds(10)) }

    /// What the log holds, from a byte offset on.
    package func logText(from offset: Int = 0) -> String {
        let bytes = (try? Data(contentsOf: URL(filePath: log))) ?? Data()
        return String(decoding: bytes.dropFirst(offset), as: UTF8.self)
    }

    private func lastLines(_ count: Int) -> String {
        logText().split(separator: "\n").suffix(count).joined(separator: "\n")
    }
}
