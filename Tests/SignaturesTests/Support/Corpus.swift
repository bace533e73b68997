import Foundation

/// Foreign test inputs beside the package; tests that need them are skipped where they are absent.
enum Corpus {
    /// Root of the package: SLUSS_ROOT, or the folder above this file that holds Package.swift and Schemas.
    static let packageRoot: URL? = {
        if let root = ProcessInfo.processInfo.environment["SLUSS_ROOT"] { return URL(fileURLWithPath: root) }
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let isRoot = ["Package.swift", "Schemas"].allSatisfy {
                FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
            }
            if isRoot { return folder }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    static let attack: URL? = {
        guard let root = packageRoot else { return nil }
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/corpus/attack")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let isPresent = attack != nil

    static func url(_ path: String) throws -> URL {
        guard let attack else { throw CocoaError(.fileNoSuchFile) }
        return attack.appendingPathComponent(path)
    }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(path))) }

    /// Paths of INDEX.tsv below a folder.
    static func indexed(_ folder: String) throws -> Set<String> {
        let lines = String(decoding: try bytes("INDEX.tsv"), as: UTF8.self).split(separator: "\n")
        let names = lines.compactMap { $0.split(separator: "\t").first }.filter { $0.hasPrefix(folder + "/") }
        return Set(names.map { String($0.dropFirst(folder.count + 1)) })
    }

    /// Unpacks an archive of the corpus into a scratch folder.
    static func unpack(_ path: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        let outcome = try Tool.run(["tar", "xzf", url(path).path], in: folder.url)
        guard outcome.succeeded else { throw CocoaError(.fileReadCorruptFile) }
        return folder
    }

    /// The content of a gzip file.
    static func unzipped(_ path: String) throws -> Data {
        Data(try Tool.run(["gzip", "-dc", url(path).path], in: FileManager.default.temporaryDirectory).output.utf8)
    }
}
