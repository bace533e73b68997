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
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: try #require(Exerciser.path))
        process.arguments = ["lock", scratch.root]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        var text = ""
        while !text.contains("LOCKED") {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { break }
            text += String(decoding: bytes, as: UTF8.self)
        }
        let error = #expect(throws: SpoolError.self) { try spool.lock() }
        #expect(error?.code == .lockedByOther && error?.detail == "pid \(process.processIdentifier)")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(throws: Never.self) { try spool.lock() }
    }
}
