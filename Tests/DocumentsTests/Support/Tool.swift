import Foundation

/// Runs foreign programs that judge ours.
enum Tool {
    struct Result {
        var status: Int32
        var output: [UInt8]
    }

    static func isInstalled(_ name: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let found = path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
        if !found { print("skipped: \(name) is not installed") }
        return found
    }

    static func run(_ name: String, _ arguments: [String]) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: Array(bytes))
    }

    /// Runs with `bytes` as the file named last.
    static func run(_ name: String, _ arguments: [String], file bytes: [UInt8]) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("documents-\(UUID().uuidString).xml")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try run(name, arguments + [file.path])
    }
}
