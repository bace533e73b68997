import Foundation

/// Foreign samples and attacks that lie beside a developer's clone and never in it, for reasons of licence.
///
/// A test that needs them is enabled by ``isPresent`` and carries ``skipReason``, so that a run without them says so.
package enum SharedCorpus {
    /// `../shared/corpus` seen from the repository.
    package static let path = URL(filePath: ProjectRoot.path).deletingLastPathComponent().appending(path: "shared/corpus").path

    /// True when the whole corpus is there.
    package static let isPresent = has("")

    /// What a skipped test says.
    package static let skipReason = "not present: ../shared/corpus (foreign samples are not part of the repository)"

    /// True when a file or folder of the corpus, given from its top, is there.
    package static func has(_ relativePath: String) -> Bool {
        FileManager.default.fileExists(atPath: file(relativePath))
    }

    /// The absolute path of a file of the corpus.
    package static func file(_ relativePath: String) -> String {
        relativePath.isEmpty ? path : path + "/" + relativePath
    }

    /// The bytes of a file of the corpus.
    ///
    /// - Throws: Foundation's error when the file cannot be read.
    package static func bytes(of relativePath: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: file(relativePath))))
    }

    /// The names in a folder of the corpus, sorted; empty when the folder is absent, as test arguments must be.
    package static func names(in relativePath: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: file(relativePath))) ?? []).sorted()
    }
}
