import AS4
import Foundation
import Glibc

/// A file named on the command line; `-` is standard input.
enum InputFile {
    /// At most `limit` bytes: one more than a message may have, so that a longer one is still seen as too long.
    ///
    /// - Throws: ``CommandFailure`` U002.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path, limit: limit) { bytes += $0 }
        return bytes
    }

    /// All of it, in scratch space: it is read once, and what is judged does not change meanwhile.
    ///
    /// - Throws: ``CommandFailure`` U002.
    static func copy(_ path: String, into scratch: any ScratchSpace) throws -> any ByteSource {
        do {
            let sink = try scratch.makeSink()
            try forEachPiece(of: path, limit: .max) { try sink.write(Array($0)) }
            return try sink.finish()
        } catch let fault as StreamFault {
            throw failure("TMPDIR", fault.errorNumber)
        }
    }

    private static func forEachPiece(of path: String, limit: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        var left = limit
        while left > 0 {
            let count = Glibc.read(descriptor, &piece, min(piece.count, left))
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            try body(piece[..<count])
            left -= count
        }
    }

    private static func failure(_ path: String, _ number: Int32) -> CommandFailure {
        let exit = number == EACCES || number == EPERM ? Answer.notAllowed : Answer.inputOutput
        return CommandFailure(CommandCode.unreadableFile, detail: "\(path): \(SystemWords.text(number))", exit: exit)
    }
}
