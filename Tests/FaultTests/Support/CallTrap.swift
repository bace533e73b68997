import Foundation
import Glibc
import TestSupport

/// Kills a program right before its Nth system call of a kind, counted over all its threads, from a moment of the test's choosing.
///
/// `strace --inject` does this for a program of one thread; it counts for each thread by itself, and a daemon's work wanders between
/// sixteen. So a small library is put in front of the C library (`LD_PRELOAD`), with its counters in a file that the test shares.
final class CallTrap: Sendable {
    /// The calls that change what is on disk or tell somebody something, and those that open and close what they are made on.
    enum Call: Int, CaseIterable, Sendable {
        case sync, rename, link, unlink, makeFolder, write, open, close
    }

    private let counters: String

    /// A trap that is not set yet.
    init(in folder: String) throws {
        counters = folder + "/calls-\(UInt32.random(in: 0 ... .max))"
        guard FileManager.default.createFile(atPath: counters, contents: Data(count: 16 * Call.allCases.count)) else {
            throw SupportFailure("cannot write \(counters)")
        }
        _ = try Self.library.get()
    }

    /// What the program must find in its environment.
    var environment: [String: String] {
        ["LD_PRELOAD": (try? Self.library.get()) ?? "", "SLUSS_TEST_CALLS": counters]
    }

    /// Sets the trap at the `number`th call from now, counted from 1.
    func arm(_ call: Call, _ number: Int) { put(Int64(number), at: call.rawValue) }

    /// Takes the trap away.
    func disarm() { for call in Call.allCases { put(0, at: call.rawValue) } }

    /// How many calls of a kind there were until now, by all programs under this trap.
    func count(_ call: Call) -> Int {
        let file = Glibc.open(counters, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        var value: Int64 = 0
        _ = pread(file, &value, 8, off_t(8 * (Call.allCases.count + call.rawValue)))
        return Int(value)
    }

    private func put(_ value: Int64, at place: Int) {
        let file = Glibc.open(counters, O_WRONLY | O_CLOEXEC)
        defer { close(file) }
        var value = value
        _ = pwrite(file, &value, 8, off_t(8 * place))
    }

    /// True when there is a C compiler to build the library with; Swift's toolchain brings one.
    static var isPossible: Bool { compiler != nil }
    private static let compiler = ["clang", "cc", "gcc"].lazy.compactMap(Tool.find).first

    private static let library: Result<String, any Error> = Result {
        guard let compiler else { throw SupportFailure("no C compiler") }
        let path = URL(filePath: NSTemporaryDirectory()).appending(path: "sluss-call-trap-\(getpid()).so").path
        let result = try compiler.runBlocking(
            ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", path, "-x", "c", "-"], input: Array(source.utf8))
        guard result.isSuccess else { throw SupportFailure("the call trap does not compile: \(result.errorText)") }
        atexit { unlink(NSTemporaryDirectory() + "/sluss-call-trap-\(getpid()).so") }
        return path
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <fcntl.h>
        #include <signal.h>
        #include <stdarg.h>
        #include <stdatomic.h>
        #include <stdint.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <sys/stat.h>
        #include <sys/syscall.h>
        #include <sys/uio.h>
        #include <unistd.h>

        enum { SYNC, RENAME, LINK, UNLINK, FOLDER, WRITE, OPEN, CLOSE, KINDS };
        static struct { _Atomic int64_t left[KINDS], seen[KINDS]; } *counters;

        __attribute__((constructor)) static void begin(void) {
            const char *path = getenv("SLUSS_TEST_CALLS");
            int file = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0) : -1;
            if (file < 0) return;
            void *shared = mmap(NULL, sizeof *counters, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
            syscall(SYS_close, file);
            if (shared != MAP_FAILED) counters = shared;
        }

        static void reached(int kind) {
            if (!counters) return;
            atomic_fetch_add(&counters->seen[kind], 1);
            if (atomic_load(&counters->left[kind]) <= 0 || atomic_fetch_sub(&counters->left[kind], 1) != 1) return;
            kill(getpid(), SIGKILL);
            for (;;) pause();
        }

        static int opened(int folder, const char *path, int flags, mode_t mode) {
            reached(OPEN);
            return (int)syscall(SYS_openat, folder, path, flags, mode);
        }

        int fsync(int file) { reached(SYNC); return (int)syscall(SYS_fsync, file); }
        int fdatasync(int file) { reached(SYNC); return (int)syscall(SYS_fdatasync, file); }
        int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
            reached(RENAME);
            return (int)syscall(SYS_renameat2, a, from, b, to, flags);
        }
        int renameat(int a, const char *from, int b, const char *to) { return renameat2(a, from, b, to, 0); }
        int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }
        int linkat(int a, const char *from, int b, const char *to, int flags) {
            reached(LINK);
            return (int)syscall(SYS_linkat, a, from, b, to, flags);
        }
        int unlinkat(int folder, const char *path, int flags) { reached(UNLINK); return (int)syscall(SYS_unlinkat, folder, path, flags); }
        int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
        int mkdirat(int folder, const char *path, mode_t mode) { reached(FOLDER); return (int)syscall(SYS_mkdirat, folder, path, mode); }
        int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
        ssize_t write(int file, const void *bytes, size_t count) { reached(WRITE); return syscall(SYS_write, file, bytes, count); }
        ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { reached(WRITE); return syscall(SYS_pwrite64, file, bytes, count, at); }
        ssize_t writev(int file, const struct iovec *parts, int count) { reached(WRITE); return syscall(SYS_writev, file, parts, count); }
        int openat(int folder, const char *path, int flags, ...) {
            va_list rest;
            va_start(rest, flags);
            mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
            va_end(rest);
            return opened(folder, path, flags, mode);
        }
        int open(const char *path, int flags, ...) {
            va_list rest;
            va_start(rest, flags);
            mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
            va_end(rest);
            return opened(AT_FDCWD, path, flags, mode);
        }
        int open64(const char *path, int flags, ...) __attribute__((alias("open")));
        int openat64(int folder, const char *path, int flags, ...) __attribute__((alias("openat")));
        int close(int file) { reached(CLOSE); return (int)syscall(SYS_close, file); }

        """
}
