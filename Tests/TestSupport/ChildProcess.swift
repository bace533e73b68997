import Glibc
import Synchronization

/// One child process, leader of a process group of its own so that a signal reaches what it started as well.
///
/// Foundation's `Process` is not used: it watches children from a run loop and shares descriptors with them.
package final class ChildProcess: Sendable {
    /// What to start and in which surroundings.
    package struct Launch: Sendable {
        /// The program's path; `PATH` is not searched.
        package var path: String
        /// What follows the program's name.
        package var arguments: [String] = []
        /// The working folder; nil for ours.
        package var folder: String?
        /// Variables set on top of our own environment.
        package var environment: [String: String] = [:]

        /// A program given by its path.
        package init(path: String, arguments: [String] = [], folder: String? = nil, environment: [String: String] = [:]) {
            (self.path, self.arguments, self.folder, self.environment) = (path, arguments, folder, environment)
        }

        /// The call that posix_spawn can change folder for is hidden from Swift; a shell that replaces itself can.
        fileprivate var command: [String] {
            guard let folder else { return [path] + arguments }
            return ["/bin/sh", "-c", #"cd -- "$0" && exec "$@""#, folder, path] + arguments
        }
    }

    /// The descriptors that become 0, 1 and 2 of the child. The caller keeps and closes its own copies.
    package struct Streams: Sendable {
        /// Becomes standard input.
        package var input: Int32
        /// Becomes standard output.
        package var output: Int32
        /// Becomes standard error.
        package var errors: Int32

        /// Three open descriptors.
        package init(input: Int32, output: Int32, errors: Int32) {
            (self.input, self.output, self.errors) = (input, output, errors)
        }
    }

    /// The process id, for `/proc` and for tools such as strace. Stale once the child was waited for.
    package let identifier: pid_t
    private let exitCode = Mutex<Int32?>(nil)

    /// Starts a program with every signal at its default and no descriptor of ours but the three given.
    ///
    /// - Throws: ``SupportFailure`` when the program cannot be started.
    package init(_ launch: Launch, streams: Streams) throws {
        // A child that ends before it has read everything must not end us.
        _ = Self.ignoresBrokenPipes
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
        posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
        posix_spawn_file_actions_adddup2(&actions, streams.errors, 2)
        // Closing what is closed already is no error here (glibc), so a descriptor that vanishes meanwhile does no harm.
        for descriptor in Self.openDescriptors() { posix_spawn_file_actions_addclose(&actions, descriptor) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var identifier: pid_t = 0
        let command = launch.command
        let result = withCStrings(command) { arguments in
            withCStrings(Self.environment(with: launch.environment)) {
                posix_spawn(&identifier, command[0], &actions, &attributes, arguments, $0)
            }
        }
        guard result == 0 else { throw SupportFailure("starting \(launch.path)", errorNumber: result) }
        self.identifier = identifier
    }

    /// The exit code once the child has ended, else nil; 128 + number when a signal ended it. Never blocks.
    package func exitCodeIfEnded() -> Int32? {
        exitCode.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
            // wait(2): the low seven bits are the signal, the next byte the exit code.
            let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
            known = code
            return code
        }
    }

    /// Sends a signal to the child's whole group; nothing happens once the child was waited for.
    package func send(_ signal: Int32) {
        exitCode.withLock { known in
            if known == nil { _ = kill(-identifier, signal) }
        }
    }

    /// Kills the child's group and waits for the child, at most two seconds. A child that nobody waits for would keep Swift Testing, which
    /// watches all children of the process for its exit tests, from ever seeing the one it waits for.
    package func end() {
        send(SIGKILL)
        for _ in 0..<1_000 where exitCodeIfEnded() == nil { usleep(2_000) }
    }

    deinit { end() }

    private static let ignoresBrokenPipes: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return true
    }()

    /// Every open descriptor of ours above the standard three.
    private static func openDescriptors() -> [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return [] }
        defer { closedir(folder) }
        var found: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let descriptor = Int32(name), descriptor > 2 { found.append(descriptor) }
        }
        return found
    }

    private static func environment(with changes: [String: String]) -> [String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        variables.merge(changes) { _, new in new }
        return variables.map { "\($0.key)=\($0.value)" }.sorted()
    }
}

/// Calls the body with a null-terminated array of C strings that lives as long as the call.
private func withCStrings<R>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return body(pointers)
}
