import Foundation
import Spooling
import Testing

/// A state folder whose sync failed once.
@Suite(.serialized, .enabled(if: Exerciser.canTrace)) struct FolderSyncTests {
    /// Two submissions by one process, the second after the `number`-th sync of the first failed.
    private func run(failing number: Int, _ error: String, verb: String = "persist") -> (
        run: Exerciser.Run, failed: String, after: ArraySlice<String>
    )? {
        let scratch = Scratch()
        guard (try? scratch.spool()) != nil else { return nil }
        let log = scratch.path + "/trace"
        let filter = ["-y", "-e", "trace=fsync,write", "-e", "inject=fsync:error=\(error):when=\(number)"]
        let run = Exerciser.run([verb, scratch.root], strace: filter, log: log)
        guard let failed = run.trace.firstIndex(where: { $0.contains("(INJECTED)") }) else { return nil }
        return (run, run.trace[failed], run.trace[(failed + 1)...])
    }

    /// Which syncs of a submission are those of state folders.
    private func folderSyncs() throws -> [(number: Int, path: String)] {
        let scratch = Scratch()
        _ = try scratch.spool()
        let trace = Exerciser.run(["persist", scratch.root], strace: ["-y", "-e", "trace=fsync"], log: scratch.path + "/trace").trace
        let syncs = trace.filter { Exerciser.call($0) == "fsync" }
        return syncs.enumerated().compactMap { index, line in
            ["/ready>", "/incoming>"].first { line.contains($0) }.map { (index + 1, $0) }
        }
    }

    @Test(
        "Whatever the error, it is not synced again, nothing is acknowledged any more, and the spool is degraded",
        arguments: ["ENOSPC", "EDQUOT", "EIO", "EINTR", "ENOMEM"])
    func once(error: String) throws {
        let folders = try folderSyncs()
        #expect(folders.count >= 4, "two of each of two submissions: \(folders)")
        for (number, path) in folders.prefix(2) {
            let (run, failed, after) = try #require(self.run(failing: number, error))
            #expect(failed.contains(path), "\(failed)")
            #expect(run.acknowledged.isEmpty, "\(error) at \(number): \(run.output)")
            #expect(!after.contains { Exerciser.call($0) == "fsync" && $0.contains(path) }, "synced again: \(path)")
            let codes = run.output.matches(of: /ERROR (P\d{3})/).map { String($0.1) }
            #expect(codes == ["P008", "P011"], "\(run.output)")
        }
    }

    @Test("A daemon's spool leaves a note of it with code, place and time, which the next clean start removes")
    func note() throws {
        let (number, path) = try #require(try folderSyncs().first)
        let scratch = Scratch()
        _ = try scratch.spool()
        let filter = ["-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=\(number)"]
        #expect(try scratch.spool().degradedNote == nil)
        // A command that fails so says nothing of the daemon's spool.
        _ = Exerciser.run(["persist", scratch.root], strace: filter)
        #expect(try scratch.spool().degradedNote == nil)
        let before = Date()
        let run = Exerciser.run(["persist", scratch.root, "locked"], strace: filter)
        #expect(run.acknowledged.isEmpty)
        let spool = try scratch.spool()
        let note = try #require(spool.degradedNote)
        #expect(note.code == "P008" && "/\(note.place)>" == path && note.operation == "sync" && note.errorNumber == 5)
        #expect(note.since.timeIntervalSince(before) > -1 && note.since.timeIntervalSinceNow < 1)
        #expect(try FileManager.default.attributesOfItem(atPath: scratch.root + "/degraded.json")[.posixPermissions] as? Int == 0o600)
        _ = try spool.recover(at: Sample.noon, holding: try spool.lock())
        #expect(try scratch.spool().degradedNote == nil)
    }
}
