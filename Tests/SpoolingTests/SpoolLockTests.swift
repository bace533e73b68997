import Foundation
import Glibc
import Spooling
import Testing

@Suite struct SpoolLockTests {
    let scratch = Scratch()

    @Test("The lock is held until its value goes, also within one process, and names the holder's pid")
    func oneProcess() throws {
        let spool = try scratch.spool()
        var lock: SpoolLock? = try spool.lock()
        let error = #expect(throws: SpoolError.self) { try Spool(root: scratch.root).lock() }
        #expect(error?.code == .lockedByOther && error?.detail == "pid \(getpid())")
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(throws: Never.self) { try spool.lock() }
    }

    @Test("Whether a daemon runs the spool is told by the lock, not by the pid, and to ask keeps no daemon from starting")
    func isRun() throws {
        let spool = try scratch.spool()
        #expect(try !spool.isRun(), "no lock file yet")
        var lock: SpoolLock? = try spool.lock()
        #expect(try Spool(root: scratch.root).isRun())
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(try !spool.isRun() && spool.lockHolder == Int(getpid()))
        let asking = Thread {
            while !Thread.current.isCancelled { _ = try? spool.isRun() }
        }
        asking.start()
        defer { asking.cancel() }
        for _ in 0..<50 { #expect(throws: Never.self) { try Spool(root: scratch.root).lock() } }
    }

    @Test("A lock file that was removed and made anew is not mistaken for the old one")
    func removedFile() throws {
        let spool = try scratch.spool()
        try scratch.write(Array("999999\n".utf8), scratch.root + "/lock")
        #expect(spool.lockHolder == 999_999)
        let lock = try spool.lock()
        #expect(spool.lockHolder == Int(getpid()))
        withExtendedLifetime(lock) {}
    }

    @Test("A second process is refused; after kill -9 of the first the lock is free", .enabled(if: Exerciser.path != nil))
    func secondProcess() throws {
        let spool = try scratch.spool()
        let (input, path) = (try #require(ChildProcess.pipe()), try #require(Exerciser.path))
        defer {
            close(input.read)
            close(input.write)
        }
        let child = try #require(ChildProcess([path, "lock", scratch.root], input: input.read))
        #expect(child.read(until: "LOCKED").contains("LOCKED"))
        let error = #expect(throws: SpoolError.self) { try spool.lock() }
        #expect(error?.code == .lockedByOther && error?.detail == "pid \(child.pid)")
        kill(child.pid, SIGKILL)
        #expect(child.wait() == 128 + SIGKILL)
        #expect(throws: Never.self) { try spool.lock() }
    }
}
