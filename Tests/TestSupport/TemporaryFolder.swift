import Foundation

/// A private folder (0700) for one test, removed with the object. `SLUSS_KEEP=1` keeps it and prints where it is.
package final class TemporaryFolder: Sendable {
    /// The absolute path, without a slash at the end.
    package let path: String

    /// Makes a new, empty folder under `TMPDIR`, or under `parent`.
    ///
    /// - Throws: Foundation's error when it cannot be made.
    package init(_ label: String = "test", under parent: String? = nil) throws {
        let name = "sluss-\(label)-\(ProcessInfo.processInfo.processIdentifier)-\(UInt64.random(in: 0...UInt64.max))"
        let folder = URL(filePath: parent ?? NSTemporaryDirectory()).appending(path: name).path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        path = folder
    }

    deinit {
        if Self.areKept {
            print("kept: \(path)")
        } else {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// True when the folders of tests are to be looked at afterwards.
    package static let areKept = ProcessInfo.processInfo.environment["SLUSS_KEEP"] == "1"

    /// Runs a body with a new folder that certainly lives as long as the body, whatever the optimiser thinks of it.
    ///
    /// - Throws: what the body throws, or Foundation's error when the folder cannot be made.
    @discardableResult
    package static func with<R>(_ label: String = "test", _ body: (TemporaryFolder) throws -> R) throws -> R {
        let folder = try TemporaryFolder(label)
        return try withExtendedLifetime(folder) { try body(folder) }
    }

    /// The same for a body that waits.
    ///
    /// - Throws: what the body throws, or Foundation's error when the folder cannot be made.
    @discardableResult
    package static func with<R: Sendable>(
        _ label: String = "test", isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> R
    ) async throws -> R {
        let folder = try TemporaryFolder(label)
        defer { withExtendedLifetime(folder) {} }
        return try await body(folder)
    }

    /// The absolute path of a name in the folder; nothing is made.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Makes a folder in the folder, with those above it, and returns its path.
    ///
    /// - Throws: Foundation's error.
    package func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: file(name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return file(name)
    }

    /// Writes a file with mode 0600 and returns its path.
    ///
    /// - Throws: Foundation's error.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        guard FileManager.default.createFile(atPath: file(name), contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw SupportFailure("cannot write \(file(name))")
        }
        return file(name)
    }

    /// Writes a text with mode 0600 and returns its path.
    ///
    /// - Throws: Foundation's error.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try write([UInt8](text.utf8), to: name)
    }

    /// The bytes of a file in the folder.
    ///
    /// - Throws: Foundation's error when it cannot be read.
    package func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: file(name))))
    }

    /// The names in the folder or in one below it, sorted.
    ///
    /// - Throws: Foundation's error when the folder cannot be read.
    package func names(in name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: name.isEmpty ? path : file(name)).sorted()
    }
}
