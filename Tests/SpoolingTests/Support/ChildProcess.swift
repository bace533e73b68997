import Glibc
import Synchronization

/// A child with its output on a pipe. Foundation's `Process` misses exits on Linux when several threads wait at once; this does not.
struct ChildProcess {
    let pid: pid_t
    private let output: Int32

    /// Starts `arguments[0]`, looked up in PATH; nil when it cannot be started. The child reads nothing unless `input` is given.
    init?(_ arguments: [String], input: Int32? = nil) {
        // One at a time: no child may inherit another's pipe.
        let started = Self.starting.withLock { _ in Self.start(arguments, input) }
        guard let started else { return nil }
        (pid, output) = started
    }

    private static let starting = Mutex(())

    /// A pipe whose ends are closed at exec.
    static func pipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func start(_ arguments: [String], _ input: Int32?) -> (pid_t, Int32)? {
        guard let pipes = pipe() else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, pipes.write, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let result = posix_spawnp(&child, arguments[0], &actions, nil, &words, environ)
        close(pipes.write)
        guard result == 0 else {
            close(pipes.read)
            return nil
        }
        return (child, pipes.read)
    }

    /// The output up to and including `text`, or up to its end.
    func read(until text: String? = nil) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = Glibc.read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
            if let text, String(decoding: bytes, as: UTF8.self).contains(text) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Waits for the end: the exit code, or 128 and the signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        close(output)
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
