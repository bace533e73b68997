import Foundation
import Glibc
import Spooling
import Testing

/// A small file system of its own, mounted in memory: needs root.
private final class SmallDisk {
    let path: String

    init?(_ options: String) {
        var template = Array("\(NSTemporaryDirectory())/disk-XXXXXX".utf8CString)
        guard geteuid() == 0, let made = mkdtemp(&template) else { return nil }
        path = String(cString: made)
        guard mount("tmpfs", path, "tmpfs", 0, "mode=700," + options) == 0 else {
            rmdir(path)
            return nil
        }
    }

    func setReadOnly(_ isReadOnly: Bool) -> Bool {
        mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0), nil) == 0
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    static let isPossible: Bool = {
        let possible = SmallDisk("size=64k") != nil
        if !possible { print("SKIPPED: tests of a full and a read-only disk need root to mount a small tmpfs") }
        return possible
    }()
}

@Suite(.serialized) struct DiskTests {
    private func spool(on disk: SmallDisk) throws -> Spool {
        var options = SpoolOptions()
        (options.minimumFreeBytes, options.minimumFreeInodes) = (0, 0)
        return try Spool(root: disk.path + "/spool", create: true, options: options)
    }

    private func submit(_ spool: Spool, bytes: Int = 4_000) throws(SpoolError) -> MessageID {
        try spool.submit(body: [UInt8](repeating: 0x61, count: bytes), envelope: Sample.envelope(), record: Sample.submitted()).id
    }

    @Test(
        "A full disk or inode table refuses for now, keeps what was taken, leaves no leftover and recovers by itself",
        .enabled(if: SmallDisk.isPossible),
        arguments: ["size=400k", "size=10m,nr_inodes=80"])
    func full(options: String) throws {
        let disk = try #require(SmallDisk(options))
        let spool = try spool(on: disk)
        var taken: [MessageID] = []
        var refusal: SpoolError?
        while refusal == nil, taken.count < 1_000 {
            do throws(SpoolError) { taken.append(try submit(spool)) } catch { refusal = error }
        }
        #expect(
            refusal?.code == .diskFull && refusal?.isTemporary == true && taken.count > 3, "\(String(describing: refusal)) \(taken.count)")
        #expect(spool.health.isHealthy)
        for _ in 0..<3 { #expect(throws: SpoolError.self) { try submit(spool) } }
        let leftovers = try FileManager.default.contentsOfDirectory(atPath: disk.path + "/spool/incoming")
        #expect(leftovers.isEmpty)
        for id in taken { try spool.verify(id, in: .ready) }

        let gone = HistoryRecord(at: Sample.noon, event: .cancelled) { $0.actor = "anna" }
        #expect(try spool.claim(taken[0], from: .ready))
        unlink("\(disk.path)/spool/ready/\(taken[1])/message.xml")
        try spool.move(taken[2], from: .ready, to: .cancelled, record: gone)
        let policy = RetentionPolicy(doneAge: nil, cancelledAge: .zero, retryHorizon: .zero)
        #expect(try spool.purge(policy, now: Sample.noon.addingTimeInterval(1)).messages == [taken[2]])
        _ = try submit(spool)
        #expect(spool.health.isHealthy)
    }

    @Test(
        "On a disk that turned read-only nothing is accepted; the spool stays degraded until it is opened anew",
        .enabled(if: SmallDisk.isPossible))
    func readOnly() throws {
        let disk = try #require(SmallDisk("size=4m"))
        let spool = try spool(on: disk)
        let id = try submit(spool)
        #expect(try spool.claim(id, from: .ready))
        #expect(disk.setReadOnly(true))
        let failure = #expect(throws: SpoolError.self) { try submit(spool) }
        #expect(failure?.code == .writeFailed)
        #expect(!spool.health.isHealthy)
        let move = #expect(throws: SpoolError.self) { try spool.move(id, from: .inflight, to: .deferred, record: Sample.deferred(1)) }
        #expect(move?.code == .writeFailed)
        #expect(try spool.places(of: id) == [.inflight])

        #expect(disk.setReadOnly(false))
        let refused = #expect(throws: SpoolError.self) { try submit(spool) }
        #expect(refused?.code == .degraded && refused?.isTemporary == true)
        #expect(throws: SpoolError.self) { try spool.receive(Sample.reception("k")) }
        #expect(throws: SpoolError.self) { try spool.storedReceipt(duplicateKey: "k").map { _ in } ?? spool.checkReserve() }

        var (before, after) = (stat(), stat())
        let path = "\(disk.path)/spool/inflight/\(id)/history.jsonl"
        #expect(stat(path, &before) == 0)
        try spool.append(HistoryRecord(at: Sample.noon, event: .viewed), to: id, in: .inflight)
        #expect(stat(path, &after) == 0 && before.st_ino != after.st_ino, "a history whose write failed is continued in a new file")
        try spool.move(id, from: .inflight, to: .deferred, record: Sample.deferred(1))

        #expect(throws: SpoolError.self) { try submit(spool) }
        let again = try self.spool(on: disk)
        #expect(again.health.isHealthy)
        _ = try submit(again)
        let leftovers = try FileManager.default.contentsOfDirectory(atPath: disk.path + "/spool/incoming")
        #expect(leftovers.isEmpty)
    }

    @Test("A spool whose folder was taken away under it is degraded, says where, and still serves what it has")
    func lostFolder() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let id = try spool.put(in: .ready)
        rmdir(scratch.root + "/incoming")
        let failure = #expect(throws: SpoolError.self) { try submit(spool) }
        #expect(failure?.code == .writeFailed && failure?.operation == .makeFolder)
        guard case .degraded(let reason) = spool.health else { return #expect(Bool(false)) }
        #expect(reason == failure)
        #expect(try spool.claim(id, from: .ready))
        #expect(try spool.body(of: id, in: .inflight) == Sample.body)
    }
}
