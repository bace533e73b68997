import Foundation
import Glibc
import Synchronization

/// A gateway that the demo runs as its own process: the same `sluss serve` that a real organisation runs.
final class DemoGateway: Sendable {
    let organisation: DemoOrganisation
    /// Configuration, spool, submit and inbox of this organisation.
    let folder: String
    private let process = Mutex<pid_t?>(nil)

    init(_ organisation: DemoOrganisation, in folder: String) {
        self.organisation = organisation
        self.folder = "\(folder)/\(organisation.label)"
    }

    var configuration: String { "\(folder)/sluss.yaml" }
    var log: String { "\(folder)/gateway.log" }

    /// Starts `sluss serve` and waits until its log says that it is ready.
    func start() async throws {
        let before = (try? Data(contentsOf: URL(fileURLWithPath: log)).count) ?? 0
        let pid = try spawn()
        process.withLock { $0 = pid }
        let isReady = await DemoStory.holds(within: 15) {
            let text = (try? Data(contentsOf: URL(fileURLWithPath: self.log)).dropFirst(before)) ?? Data()
            return String(decoding: text, as: UTF8.self).contains("gateway ready")
        }
        guard isReady else {
            throw DemoFailure(
                "tjänsten för \(organisation.name) är redo inom 15 s (se \(log))",
                "\(organisation.name)'s gateway is ready within 15 s (see \(log))")
        }
    }

    private func spawn() throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own: Ctrl-C at the demo reaches the demo, which then stops its gateways in order.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        let words = ["sluss", "serve", "--config", configuration]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        guard posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, &arguments, environ) == 0 else {
            throw DemoFailure("tjänsten för \(organisation.name) startar", "\(organisation.name)'s gateway starts")
        }
        return pid
    }

    /// Sends a signal. With `SIGKILL` or `SIGTERM` it also waits for the end.
    ///
    /// - Returns: the exit status, -1 when killed by a signal; nil when there is no process.
    @discardableResult
    func signal(_ number: Int32) -> Int32? {
        guard let pid = process.withLock({ $0 }) else { return nil }
        kill(pid, number)
        guard number == SIGKILL || number == SIGTERM else { return nil }
        var status: Int32 = 0
        for _ in 0..<300 {
            if waitpid(pid, &status, WNOHANG) == pid {
                process.withLock { $0 = nil }
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
            }
            usleep(50_000)
        }
        kill(pid, SIGKILL)
        waitpid(pid, &status, 0)
        process.withLock { $0 = nil }
        return -1
    }

    var pid: pid_t? { process.withLock { $0 } }
    var isRunning: Bool { pid != nil }
}
