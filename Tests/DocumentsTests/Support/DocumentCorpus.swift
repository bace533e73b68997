import Foundation
import Testing

/// Foreign samples that lie beside the package. Tests that need them are skipped where they are not there.
enum DocumentCorpus {
    static let attack: URL? = {
        guard let root = packageRoot else { return nil }
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/corpus/attack")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let isPresent: Bool = {
        if attack == nil { print("skipped: no corpus beside the package") }
        return attack != nil
    }()

    private static let packageRoot: URL? = {
        if let root = ProcessInfo.processInfo.environment["SLUSS_ROOT"] { return URL(fileURLWithPath: root) }
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let names = ["Package.swift", "Schemas"].map { folder.appendingPathComponent($0).path }
            if names.allSatisfy(FileManager.default.fileExists) { return folder }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    static func path(_ name: String) throws -> String {
        try #require(attack).appendingPathComponent(name).path
    }

    /// The bytes of a file, unzipped when its name ends in `.gz`.
    static func bytes(_ name: String) throws -> [UInt8] {
        let path = try path(name)
        guard name.hasSuffix(".gz") else { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
        return try Tool.run("gzip", ["-dc", path]).output
    }

    /// The files of a `.tar.gz` by their path inside, read without leaving anything behind.
    static func archive(_ name: String) throws -> [String: [UInt8]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try Tool.run("tar", ["-xzf", try path(name), "-C", folder.path])
        try #require(result.status == 0)
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let url = folder.appendingPathComponent(path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[path] = Array(try Data(contentsOf: url))
        }
        try #require(!files.isEmpty)
        return files
    }
}
