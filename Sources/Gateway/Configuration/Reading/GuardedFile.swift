import Documents
import Glibc

/// Reads a file that other users of the machine must not be able to change, or even read.
struct GuardedFile {
    let path: String
    /// Mode bits that must not be set: 0o022 nobody else writes, 0o077 nobody else reads.
    let forbiddenBits: mode_t
    let maximumBytes: Int

    enum Failure: Error, Equatable {
        /// `openat` and friends failed with this error number.
        case unreadable(Int32)
        case notRegular
        /// In octal.
        case mode(String)
        case owner(uid_t)
        case tooLarge

        /// Short, technical, without content of the file.
        var detail: LocalText {
            switch self {
            case .unreadable(let number):
                let words = String(cString: strerror(number))
                return LocalText(sv: "Systemet svarade: \(words).", en: "The system answered: \(words).")
            case .notRegular: return LocalText(sv: "Det är inte en vanlig fil.", en: "It is not a regular file.")
            case .mode(let mode): return LocalText(sv: "Rättigheterna är \(mode).", en: "The mode is \(mode).")
            case .owner(let uid): return LocalText(sv: "Ägaren är uid \(uid).", en: "The owner is uid \(uid).")
            case .tooLarge: return LocalText(sv: "Filen är för stor.", en: "The file is too large.")
            }
        }
    }

    /// The bytes. What is checked is the opened file, so it cannot be exchanged between check and reading. A secret must not be a link.
    func read() throws(Failure) -> [UInt8] {
        let isSecret = forbiddenBits & 0o044 != 0
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (isSecret ? O_NOFOLLOW : 0))
        guard descriptor >= 0 else { throw errno == ELOOP ? .notRegular : .unreadable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .owner(status.st_uid) }
        guard status.st_mode & forbiddenBits == 0 else { throw .mode("0" + String(status.st_mode & 0o7777, radix: 8)) }
        guard status.st_size <= maximumBytes else { throw .tooLarge }
        return try contents(of: descriptor)
    }

    private func contents(of descriptor: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        // The file may be a private key.
        defer { part.withUnsafeMutableBytes { if let start = $0.baseAddress { explicit_bzero(start, $0.count) } } }
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unreadable(errno) }
            guard bytes.count + count <= maximumBytes else { throw .tooLarge }
            bytes.append(contentsOf: part[0..<count])
        }
    }
}
