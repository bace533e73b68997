import Foundation
import Glibc

/// A file named on the command line; `-` is standard input.
enum InputFile {
    /// At most `limit` bytes: one more than a message may have, so that a longer one is still seen as too long.
    ///
    /// - Throws: ``CommandFailure`` U002.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &part, min(part.count, limit - bytes.count))
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            bytes += part[..<count]
        }
        return bytes
    }

    private static func failure(_ path: String, _ number: Int32) -> CommandFailure {
        let exit = number == EACCES || number == EPERM ? Answer.notAllowed : Answer.inputOutput
        return CommandFailure(CommandCode.unreadableFile, detail: "\(path): \(SystemWords.text(number))", exit: exit)
    }
}
