import Foundation

/// A program of the machine that judges us: `openssl`, `xmlsec1`, `strace`. Safe to run from many tests at once.
package struct Tool: Sendable {
    /// The absolute path of the program.
    package let path: String
    /// Variables set on top of our own environment.
    package var environment: [String: String] = [:]

    /// A program by its path; it is not checked that it exists.
    package init(path: String) { self.path = path }

    /// The first executable of that name in `PATH`, or nil.
    package static func find(_ name: String) -> Tool? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first(where: isExecutableFile).map(Tool.init(path:))
    }

    /// The same, for a test that cannot go on without it.
    ///
    /// - Throws: ``SupportFailure`` that names the program.
    package static func require(_ name: String) throws -> Tool {
        guard let tool = find(name) else { throw SupportFailure("the program \(name) is not installed") }
        return tool
    }

    /// True when all the programs are there: the condition of a test that needs them.
    package static func arePresent(_ names: String...) -> Bool {
        names.allSatisfy { find($0) != nil }
    }

    /// The Python that has the packages of the interop peer: `SLUSS_PYTHON`, or the environment under `.build`.
    package static let python: Tool? = {
        let given = ProcessInfo.processInfo.environment["SLUSS_PYTHON"] ?? ""
        return [given, ProjectRoot.file(".build/python/bin/python3")].first(where: isExecutableFile).map(Tool.init(path:))
    }()

    /// Runs the program on a thread of its own, so that the threads of the tests stay free for servers they run.
    ///
    /// A program that outlives the time is killed with everything it started; see ``ToolResult/isTimedOut``.
    /// - Throws: ``SupportFailure`` when it cannot be started.
    package func run(
        _ arguments: [String], input: [UInt8] = [], folder: String? = nil, timeout: Duration = .seconds(60)
    ) async throws -> ToolResult {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try runBlocking(arguments, input: input, folder: folder, timeout: timeout) })
            }
        }
    }

    /// The same for tests without `async`. Blocks the thread: never use it against a server inside the test process.
    ///
    /// - Throws: ``SupportFailure`` when it cannot be started.
    package func runBlocking(
        _ arguments: [String], input: [UInt8] = [], folder: String? = nil, timeout: Duration = .seconds(60)
    ) throws -> ToolResult {
        let start = ContinuousClock.now
        let launch = ChildProcess.Launch(path: path, arguments: arguments, folder: folder, environment: environment)
        var exchange = try PipeExchange(launch, input: input)
        let exitCode = exchange.run(timeout: timeout)
        return ToolResult(
            exitCode: exitCode, isTimedOut: exchange.isTimedOut, output: exchange.output, errors: exchange.errors,
            elapsed: ContinuousClock.now - start)
    }

    private static func isExecutableFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }
}
