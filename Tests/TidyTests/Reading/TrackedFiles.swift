import Foundation
import TestSupport

/// The files that are, or would be, part of the repository.
enum TrackedFiles {
    /// Paths from the root, sorted: what git knows or would add, or, in a copy without git, what lies there.
    static let paths: [String] = {
        let list = fromGit() ?? fromFolders()
        return list.filter { FileManager.default.fileExists(atPath: ProjectRoot.file($0)) }.sorted()
    }()

    /// Those of them that hold text in UTF-8.
    static let texts: [SourceFile] = paths.compactMap { path in
        guard let data = FileManager.default.contents(atPath: ProjectRoot.file(path)), !data.contains(0) else { return nil }
        return String(bytes: data, encoding: .utf8).map { SourceFile(path: path, text: $0) }
    }

    /// The Swift files of the product.
    static let products: [SourceFile] = texts.filter { $0.isSwift && $0.isProduct }

    private static func fromGit() -> [String]? {
        guard FileManager.default.fileExists(atPath: ProjectRoot.file(".git")), let git = Tool.find("git") else { return nil }
        // A clone of another user, as in some build machines, is only listed here, never run.
        let arguments = ["-c", "safe.directory=*", "-C", ProjectRoot.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        guard let result = try? git.runBlocking(arguments), result.isSuccess else { return nil }
        return result.outputText.split(separator: "\0").map(String.init)
    }

    private static func fromFolders() -> [String] {
        let skipped = [".build", ".git", ".swiftpm", "__pycache__"]
        guard let walk = FileManager.default.enumerator(atPath: ProjectRoot.path) else { return [] }
        var found: [String] = []
        while let path = walk.nextObject() as? String {
            if skipped.contains(URL(filePath: path).lastPathComponent) || path == "Benchmarks/results" {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                found.append(path)
            }
        }
        return found
    }
}
