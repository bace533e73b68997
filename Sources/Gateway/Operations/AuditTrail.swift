import Foundation
import Glibc
import Signatures

/// The record of what people did: who, when, which message, what, why, and whether it worked; and of what the gateway refused to partners
/// (``RefusalTrail``). One JSON object a line, never content.
///
/// Each line carries the SHA-256 of the line before it, so a removed or changed line shows (`previous`). A line is on disk before the act it
/// tells of is carried out: what cannot be recorded is not done.
///
/// Source: HSLF-FS 2016:40 4 kap. 9 § (log of access to patient data).
package struct AuditTrail: Sendable {
    let path: String
    /// Characters of a reason that are kept.
    private static let longestReason = 1_000

    /// - Parameter path: the file; made at the first record, mode 0600.
    package init(path: String) { self.path = path }

    /// One act of a person.
    package struct Act: Sendable {
        /// What was done: `view_content`, `hold`, `release`, `retry`, `cancel`, …
        package var act: String
        /// The message, by our id.
        package var message: String
        /// Why, in the person's own words.
        package var reason: String?
        /// `begun`, then `done` or `failed`; or `refused`.
        package var outcome: String
        /// Why it failed or was refused, by our code.
        package var code: String?

        /// Describes an act.
        package init(act: String, message: String, reason: String?, outcome: String, code: String? = nil) {
            self.act = act
            self.message = message
            self.reason = reason
            self.outcome = outcome
            self.code = code
        }
    }

    /// Appends one line and syncs it. Blocking: call from a worker thread or a command.
    ///
    /// - Throws: ``AuditFailure`` when the line cannot be made durable; then the act must not be carried out.
    package func record(_ act: Act, at time: Date = Date()) throws(AuditFailure) {
        var fields = [("act", act.act), ("message", act.message)]
        if let reason = act.reason { fields.append(("reason", String(reason.prefix(Self.longestReason)))) }
        if let code = act.code { fields.append(("code", code)) }
        try append(fields + [("outcome", act.outcome)], at: time)
    }

    /// Appends one line of these fields, chained to the line before, and syncs it. Blocking.
    ///
    /// - Throws: ``AuditFailure`` when the line cannot be made durable.
    func append(_ told: [(String, String)], at time: Date) throws(AuditFailure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw AuditFailure(path: path, errno: errno) }
        defer { close(descriptor) }
        // Two commands at once would both chain to the same line.
        guard Self.lock(descriptor) else { throw AuditFailure(path: path, errno: errno) }
        let end = Self.end(of: descriptor)
        let fields = [("time", Timestamps.text(time)), ("who", Self.currentUser())] + told + [("previous", end.digest)]
        let line = "{" + fields.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }.joined(separator: ",") + "}\n"
        // A line torn by a crash is closed, so that it spoils no other.
        let bytes = Array(((end.isTorn ? "\n" : "") + line).utf8)
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else { throw AuditFailure(path: path, errno: written < 0 ? errno : ENOSPC) }
        guard end.digest.isEmpty else { return }
        do {
            try FileSystem.syncFolder(FileSystem.folder(of: path))
        } catch {
            throw AuditFailure(path: path, errno: error.errno)
        }
    }

    /// Takes the lock that commands and daemon share. Who holds it longer than two seconds hangs: no thread waits for it for good, since all answers
    /// to partners would wait with it.
    private static func lock(_ descriptor: Int32) -> Bool {
        for _ in 0..<200 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK || errno == EINTR else { return false }
            usleep(10_000)
        }
        errno = EWOULDBLOCK
        return false
    }

    /// Who is behind this process, by what the kernel knows (``PersonEvidence``): `NAME`, or `NAME as ACCOUNT` behind sudo.
    package static func currentUser() -> String { user }

    /// The login name of a user id; the number when there is none. May be asked by any thread.
    static func user(_ id: uid_t) -> String { name(of: id) ?? "uid \(id)" }

    private static func name(of id: uid_t) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16 << 10)
        guard getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, let found else { return nil }
        return String(cString: found.pointee.pw_name)
    }

    /// Asked once: nobody changes it while the process runs.
    private static let user = PersonEvidence.ofThisProcess().person(name(of:))

    /// The digest of the last line, empty for a new file, and whether that line lacks its end.
    private static func end(of descriptor: Int32) -> (digest: String, isTorn: Bool) {
        let size = lseek(descriptor, 0, SEEK_END)
        let start = max(0, size - 64 * 1024)
        var tail = [UInt8](repeating: 0, count: Int(size - start))
        let count = tail.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
        guard count > 0, let line = tail[..<count].split(separator: UInt8(ascii: "\n")).last else { return ("", false) }
        return (Digest.sha256(Array(line)).hexadecimal, tail[count - 1] != UInt8(ascii: "\n"))
    }
}

extension [UInt8] {
    /// Lower-case hexadecimal digits.
    package var hexadecimal: String {
        Hexadecimal.text(self)
    }
}
