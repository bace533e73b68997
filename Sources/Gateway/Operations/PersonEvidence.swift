import Foundation
import Glibc

/// What the kernel says about who is behind this process. The environment is not asked: whoever starts a command writes it, so `SUDO_USER`
/// would name anybody.
///
/// The login user id (`/proc/self/loginuid`, set once by `pam_loginuid`) is a lock: only who may administer the audit system changes it. Without it the
/// user ids of the processes above tell who became this user through sudo or su; who starts a process apart from those is told by the account alone.
struct PersonEvidence: Sendable, Equatable {
    /// Who started the process.
    var realUser: uid_t
    /// With whose rights it works.
    var effectiveUser: uid_t
    /// Who logged in; nil when the system keeps no such record, or nobody did.
    var loginUser: uid_t?
    /// The real users of the processes above this one, the nearest first.
    var ancestors: [uid_t]

    /// More steps than any login takes: enough for shells in shells, and an end.
    private static let longestChain = 64
    /// What the kernel writes for a process that nobody logged in for.
    private static let unset = uid_t.max

    /// `NAME`, or `NAME as ACCOUNT` when somebody works with the rights of another account.
    ///
    /// - Parameter name: the login name of a user id; nil when there is none.
    func person(_ name: (uid_t) -> String?) -> String {
        func shown(_ id: uid_t) -> String { name(id) ?? "uid \(id)" }
        let account = shown(effectiveUser)
        let login = loginUser.flatMap { name($0) }
        let person = login ?? (behind.map(shown) ?? account)
        return person == account ? account : "\(person) as \(account)"
    }

    /// The real user, where that is another; else the outermost of the users above that is neither root nor the account. Outermost, because
    /// who becomes one user after another stays the same person.
    private var behind: uid_t? {
        ancestors.last { $0 != 0 && $0 != effectiveUser } ?? (realUser == effectiveUser ? nil : realUser)
    }

    /// What can be seen of this process.
    static func ofThisProcess() -> PersonEvidence {
        let login = text("/proc/self/loginuid").flatMap { uid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return PersonEvidence(
            realUser: getuid(), effectiveUser: geteuid(), loginUser: login == unset ? nil : login, ancestors: ancestors(of: getppid()))
    }

    private static func ancestors(of parent: pid_t) -> [uid_t] {
        var found: [uid_t] = []
        var next = parent
        while next > 0, found.count < longestChain, let status = text("/proc/\(next)/status"), let user = number("Uid", in: status) {
            found.append(uid_t(user))
            next = number("PPid", in: status).flatMap { pid_t(exactly: $0) } ?? 0
        }
        return found
    }

    /// The first number behind a key of `/proc/PID/status`.
    private static func number(_ key: String, in status: String) -> UInt32? {
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(key):") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { UInt32($0) }
    }

    /// A file of `/proc`: its length is told by its end only.
    private static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 8 << 10)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
