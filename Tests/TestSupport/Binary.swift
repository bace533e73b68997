import Foundation

/// The `sluss` program that was built together with the tests.
package enum Binary {
    /// `SLUSS_BINARY` if set; else the one beside the test bundle; else the newest build in the repository; else nil.
    package static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        var candidates = [environment["SLUSS_BINARY"] ?? ""]
        if let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            // The bundle is a file in the build folder, or lies deeper in it, by toolchain.
            var folder = URL(filePath: bundle).deletingLastPathComponent()
            for _ in 0..<3 {
                candidates.append(folder.appending(path: "sluss").path)
                folder = folder.deletingLastPathComponent()
            }
        }
        candidates += [ProjectRoot.file(".build/debug/sluss"), ProjectRoot.file(".build/release/sluss")]
        return candidates.first { candidate in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isExecutableFile(atPath: candidate)
        }
    }()

    /// The program as a tool to run.
    ///
    /// - Throws: ``SupportFailure`` when it was not built.
    package static func tool() throws -> Tool {
        guard let path else { throw SupportFailure("the program sluss was not built; run: swift build --product sluss") }
        return Tool(path: path)
    }

    /// True when there is a program to test.
    package static var isBuilt: Bool { path != nil }
}
