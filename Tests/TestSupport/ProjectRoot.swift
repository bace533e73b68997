import Foundation

/// Where the repository lies, so that tests can read schemas, examples and scripts.
package enum ProjectRoot {
    /// The folder that holds `Package.swift` and `Schemas`: `SLUSS_ROOT` if set, else the first one above this file.
    package static let path: String = {
        if let given = ProcessInfo.processInfo.environment["SLUSS_ROOT"], !given.isEmpty { return given }
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let isRoot = ["Package.swift", "Schemas"].allSatisfy { entry in
                FileManager.default.fileExists(atPath: folder.appending(path: entry).path)
            }
            if isRoot { return folder.path }
            folder = folder.deletingLastPathComponent()
        }
        return FileManager.default.currentDirectoryPath
    }()

    /// The absolute path of a file given from the root, as in `Schemas/examples`.
    package static func file(_ relativePath: String) -> String {
        path + "/" + relativePath
    }

    /// The bytes of a file given from the root.
    ///
    /// - Throws: Foundation's error when the file cannot be read.
    package static func bytes(of relativePath: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: file(relativePath))))
    }

    /// The text of a file given from the root; bytes that are not UTF-8 become replacement characters.
    ///
    /// - Throws: Foundation's error when the file cannot be read.
    package static func text(of relativePath: String) throws -> String {
        String(decoding: try bytes(of: relativePath), as: UTF8.self)
    }
}
