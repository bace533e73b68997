import Foundation
import Glibc
import Signatures

/// The record of what people did: who, when, which message, what, why, and whether it worked. One JSON object a line, never content.
///
/// Each line carries the SHA-256 of the line before it, so a removed or changed line shows (`previous`). A line is on disk before the act it
/// tells of is carried out: what cannot be recorded is not done.
///
/// Source: HSLF-FS 2016:40 4 kap. 9 § (log of access to patient data).
package struct AuditTrail: Sendable {
    private let path: String

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
        /// `begun`, then `done` or `failed`.
        package var outcome: String

        /// Describes an act.
        package init(act: String, message: String, reason: String?, outcome: String) {
            self.act = act
            self.message = message
            self.reason = reason
            self.outcome = outcome
        }
    }

    /// Appends one line and syncs it. Blocking: call from a worker thread or a command.
    ///
    /// - Throws: ``AuditFailure`` when the line cannot be made durable; then the act must not be carried out.
    package func record(_ act: Act, at time: Date = Date()) throws(AuditFailure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw AuditFailure(path: path, errno: errno) }
        defer { close(descriptor) }
        // Two commands at once would both chain to the same line.
        guard flock(descriptor, LOCK_EX) == 0 else { throw AuditFailure(path: path, errno: errno) }
        var fields = [("time", Timestamps.text(time)), ("who", Self.currentUser()), ("act", act.act), ("message", act.message)]
        if let reason = act.reason { fields.append(("reason", reason)) }
        fields.append(("outcome", act.outcome))
        fields.append(("previous", Self.digestOfLastLine(descriptor)))
        let line = "{" + fields.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }.joined(separator: ",") + "}\n"
        let bytes = Array(line.utf8)
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else { throw AuditFailure(path: path, errno: errno) }
    }

    /// The login name behind the real user id, and the one before `sudo` when there was one.
    package static func currentUser() -> String {
        let name = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
        guard let before = getenv("SUDO_USER").map({ String(cString: $0) }), before != name else { return name }
        return "\(before) as \(name)"
    }

    private static func digestOfLastLine(_ descriptor: Int32) -> String {
        let size = lseek(descriptor, 0, SEEK_END)
        let start = max(0, size - 64 * 1024)
        var tail = [UInt8](repeating: 0, count: Int(size - start))
        let count = tail.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
        guard count > 0, let line = tail[..<count].split(separator: UInt8(ascii: "\n")).last else { return "" }
        return Digest.sha256(Array(line)).hexadecimal
    }
}

/// The audit trail could not be written.
package struct AuditFailure: Error, Sendable, CustomStringConvertible {
    /// The audit file.
    package let path: String
    /// The system's error number.
    package let errno: Int32

    /// Path, the system's text and the remedy.
    package var description: String {
        "the audit trail \(path) cannot be written (\(String(cString: strerror(errno)))); nothing was done. Make it writable and try again."
    }
}

extension [UInt8] {
    /// Lower-case hexadecimal digits.
    package var hexadecimal: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
