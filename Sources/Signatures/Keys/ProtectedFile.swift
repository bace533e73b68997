import COpenSSL
import Documents
import Glibc

/// Reads a file that must be safe from other users of the machine (threat: local attacker, mode 0644 key).
struct ProtectedFile {
    /// What a file may allow others to do.
    enum Protection {
        /// A private key: 0600 or 0400, no symbolic link.
        case secret
        /// A secret that systemd hands to a service: the group's bit may show an access list.
        case credential
        /// A certificate or revocation list: anybody may read, only the owner may write.
        case integrity

        var forbiddenBits: mode_t { self == .secret ? 0o077 : self == .credential ? 0o037 : 0o022 }
        var expectedMode: String { self == .secret ? "0600 or 0400" : self == .credential ? "0440 or stricter" : "0644 or stricter" }
        var openFlags: Int32 { O_RDONLY | O_CLOEXEC | O_NONBLOCK | (self == .integrity ? 0 : O_NOFOLLOW) }
    }

    let path: String
    let protection: Protection
    let maximumBytes: Int

    /// The bytes of the file. Checks are made on the opened file, so that it cannot be exchanged between check and reading.
    /// Throws K001 or K002, naming path, what was found and what was expected.
    func read() throws(Refusal) -> [UInt8] {
        let descriptor = open(path, protection.openFlags)
        guard descriptor >= 0 else {
            let code: KeyCode = errno == ELOOP ? .unsafeFile : .missing
            throw Refusal(code, detail: "path=\(path) error=\(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Refusal(KeyCode.missing, detail: "path=\(path) error=fstat") }
        try check(status)
        guard status.st_size <= maximumBytes else {
            throw Refusal(KeyCode.missing, detail: "path=\(path) found=\(status.st_size) bytes expected=at most \(maximumBytes)")
        }
        return try contents(of: descriptor)
    }

    private func check(_ status: stat) throws(Refusal) {
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(KeyCode.unsafeFile, detail: "path=\(path) found=not a regular file expected=regular file")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw Refusal(KeyCode.unsafeFile, detail: "path=\(path) found=owner uid \(status.st_uid) expected=uid \(geteuid()) or 0")
        }
        let mode = status.st_mode & 0o7777
        guard mode & protection.forbiddenBits == 0 else {
            let found = "0" + String(mode, radix: 8)
            throw Refusal(KeyCode.unsafeFile, detail: "path=\(path) found=mode \(found) expected=mode \(protection.expectedMode)")
        }
    }

    private func contents(of descriptor: Int32) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        defer { part.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            if count == 0 { return bytes }
            if count < 0 && errno == EINTR { continue }
            guard count > 0, bytes.count + count <= maximumBytes else { throw Refusal(KeyCode.missing, detail: "path=\(path) error=read") }
            bytes.append(contentsOf: part[0..<count])
        }
    }
}
