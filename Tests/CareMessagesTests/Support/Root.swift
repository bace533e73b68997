import Foundation

/// The repository these tests belong to, and programs that serve as second judges.
enum Root {
    /// `SLUSS_ROOT` if set, else the first folder above this file with Package.swift and Schemas.
    static let url: URL = {
        if let root = ProcessInfo.processInfo.environment["SLUSS_ROOT"] { return URL(fileURLWithPath: root) }
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/",
            !["Package.swift", "Schemas"].allSatisfy({ FileManager.default.fileExists(atPath: folder.appending(path: $0).path) })
        {
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }()

    static func path(_ relative: String) -> String { url.appending(path: relative).path }

    static func bytes(_ relative: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: relative))) }

    static func names(in relative: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(relative)).filter { $0.hasSuffix(ending) }.sorted()
    }

    /// Whether the program is on the PATH.
    static func has(_ program: String) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// Runs a program to its end; what it wrote on both channels is for the message of a failure.
    static func run(_ arguments: [String], in folder: URL = url) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        (process.standardOutput, process.standardError, process.standardInput) = (pipe, pipe, FileHandle.nullDevice)
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
