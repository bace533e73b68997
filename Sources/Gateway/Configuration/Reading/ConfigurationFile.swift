import Documents
import Foundation
import Glibc

/// Reads a configuration file: its owner and mode, its YAML, every key and value, and what they say together. Touches no other file.
package enum ConfigurationFile {
    /// Larger files are refused unread.
    package static let maximumBytes = 1 << 20

    /// The configuration and the warnings about it. Throws every error and warning found, at least one error.
    ///
    /// - Parameter now: decides whether a weakening's last day is over.
    package static func read(path: String, at now: Date) throws(ConfigurationFailure) -> (
        configuration: Configuration, warnings: [ConfigurationProblem]
    ) {
        let log = ProblemLog(file: path)
        let configuration = read(path: path, at: now, log: log)
        guard let configuration, !log.hasErrors else { throw ConfigurationFailure(problems: log.sorted) }
        return (configuration, log.sorted)
    }

    /// The same from bytes at hand; `path` is where they are from: relative paths count from its folder.
    package static func read(
        _ bytes: [UInt8], path: String, at now: Date
    ) throws(ConfigurationFailure) -> (configuration: Configuration, warnings: [ConfigurationProblem]) {
        let log = ProblemLog(file: path)
        let configuration = parse(bytes, path: path, at: now, log: log)
        guard let configuration, !log.hasErrors else { throw ConfigurationFailure(problems: log.sorted) }
        return (configuration, log.sorted)
    }

    /// Logs all problems; nil when no configuration can be made of the file at all. With errors in the log the result must not be used to serve.
    static func read(path: String, at now: Date, log: ProblemLog) -> Configuration? {
        do throws(GuardedFile.Failure) {
            let bytes = try GuardedFile(path: path, forbiddenBits: 0o022, maximumBytes: maximumBytes).read()
            return parse(bytes, path: path, at: now, log: log)
        } catch {
            log.add(code(for: error), at: FilePlace(line: 1, column: 1), key: "", detail: error.detail)
            return nil
        }
    }

    private static func code(for failure: GuardedFile.Failure) -> ConfigurationCode {
        switch failure {
        case .unreadable, .notRegular: .unreadable
        case .mode, .owner: .unsafeFile
        case .tooLarge: .tooLarge
        }
    }

    private static func parse(_ bytes: [UInt8], path: String, at now: Date, log: ProblemLog) -> Configuration? {
        guard let text = text(of: bytes, log: log), let root = SettingTree(log: log).compose(text) else { return nil }
        let file = FilePath.absolute(path, from: FileManager.default.currentDirectoryPath)
        let context = ReadingContext(log: log, folder: FilePath.folder(of: file))
        let draft = DraftReader(file: file, root: SettingSection(root: root, context: context)).draft()
        ContradictionCheck(draft: draft, log: log, now: now).run()
        return draft.finished
    }

    /// The text without a byte order mark; nil with a problem when it is no UTF-8 or holds control characters.
    private static func text(of bytes: [UInt8], log: ProblemLog) -> String? {
        guard bytes.count <= maximumBytes else {
            log.add(.tooLarge, at: FilePlace(line: 1, column: 1), key: "")
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            log.add(.notText, at: firstFault(in: content), key: "")
            return nil
        }
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .control, !["\n", "\r", "\t"].contains(scalar) {
                let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
                log.add(
                    .notText, at: FilePlace(line: line, column: column), key: "",
                    detail: LocalText(sv: "Tecknet är \(code).", en: "The character is \(code)."))
                return nil
            }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return text
    }

    /// The line of the first byte that is not UTF-8.
    private static func firstFault(in bytes: ArraySlice<UInt8>) -> FilePlace {
        let line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).firstIndex {
            String(validating: $0, as: UTF8.self) == nil
        }
        return FilePlace(line: (line ?? 0) + 1, column: 1)
    }
}
