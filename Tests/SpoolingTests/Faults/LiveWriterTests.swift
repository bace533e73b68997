import Foundation
import Glibc
import Spooling
import Testing

/// A command may submit while a daemon starts: its unfinished message must survive the daemon's recovery.
@Suite(.serialized, .enabled(if: Exerciser.canTrace)) struct LiveWriterTests {
    @Test(
        "Recovery leaves a living writer's message alone, wherever the writer is",
        arguments: ["fsync:delay_enter=400000:when=1", "renameat2:delay_enter=400000", "openat:delay_enter=100000"])
    func living(delay: String) throws {
        let scratch = Scratch(inMemory: true)
        let spool = try scratch.spool()
        let done = DispatchSemaphore(value: 0)
        let result = Box<Exerciser.Run?>(nil)
        let root = scratch.root
        // Only the calls after the program's own start are slowed: opens of its work come after the 100th.
        let rule = delay.hasPrefix("openat") ? delay + ":when=90+" : delay
        Thread {
            result.value = Exerciser.run(["submit", root], strace: ["-e", "inject=\(rule)"])
            done.signal()
        }.start()
        var (wasBeingWritten, recoveries) = (0, 0)
        while done.wait(timeout: .now()) == .timedOut {
            let report = try spool.recover(at: Sample.noon, holding: try spool.lock())
            wasBeingWritten += report.beingWritten.isEmpty ? 0 : 1
            recoveries += 1
            // A writer whose folder is removed before it could lock it makes it again; one that never gets the chance gives up, unharmed.
            usleep(delay.hasPrefix("openat") ? 250_000 : 200)
        }
        let run = try #require(result.value)
        #expect(run.acknowledged.count == 1 && recoveries > 3, "\(run.output)")
        #expect(try spool.list(.ready).map(\.description) == run.acknowledged)
        if !delay.hasPrefix("openat") { #expect(wasBeingWritten > 10) }
    }

    @Test("Four hundred submissions beside a recovery that never stops are all acknowledged and all there")
    func many() throws {
        let scratch = Scratch(inMemory: true)
        let spool = try scratch.spool()
        let done = DispatchSemaphore(value: 0)
        let result = Box<Exerciser.Run?>(nil)
        let root = scratch.root
        Thread {
            result.value = Exerciser.run(["submit", root, "400"])
            done.signal()
        }.start()
        while done.wait(timeout: .now()) == .timedOut { _ = try spool.recover(at: Sample.noon, holding: try spool.lock()) }
        let run = try #require(result.value)
        #expect(run.acknowledged.count == 400)
        #expect(try Set(spool.list(.ready).map(\.description)) == Set(run.acknowledged))
        for id in try spool.list(.ready) { try spool.verify(id, in: .ready) }
    }
}
