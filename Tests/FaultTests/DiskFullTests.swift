import Foundation
import Glibc
import TestSupport
import Testing

extension Faults {
    /// The spool's file system fills up. It is a small one in memory, so root is needed to mount it.
    @Suite("Disk full", .enabled(if: SmallDisk.isPossible, "mounting a small file system needs root"))
    struct DiskFullTests {
        private static let reserve = "disk: { minimum_free: 4MiB, minimum_free_inodes: 100 }"

        @Test("A kommun with a full disk takes nothing, says so, and goes on by itself when there is room")
        func receiver() async throws {
            let exchange = try Exchange("full-kommun") { $0.kommun.appendix = Self.reserve }
            let disk = try SmallDisk(under: exchange.kommun)
            try await exchange.start()
            let first = FreshMessage()
            try exchange.region.drop(first)
            #expect(try await exchange.drain())
            try disk.fill(leaving: 2 << 20)
            let second = FreshMessage()
            try exchange.region.drop(second)
            let isDeferred = try await eventually { exchange.region.messages("outbound", "deferred").count == 1 }
            #expect(isDeferred, "\(exchange.region.logText.suffix(600))")
            let list = try await exchange.region.sluss(["queue", "list"], ["--json"])
            #expect(list.outputText.contains("EBMS:0202"), "\(list.outputText)")
            #expect(exchange.kommun.logText.contains("message not taken now") && !exchange.kommun.hasDied)
            #expect(exchange.kommun.handedOverCount == 1)
            disk.free()
            #expect(try await exchange.drain())
            let tally = try exchange.count([first.messageID, second.messageID])
            print("full disk at the receiver: \(tally)")
            #expect(tally.lost == 0 && tally.doubled == 0)
            try await exchange.stop()
        }

        @Test("A region with a full disk refuses new messages for now, delivers what it has, and goes on when there is room")
        func sender() async throws {
            let exchange = try Exchange("full-region") { $0.region.appendix = Self.reserve }
            let disk = try SmallDisk(under: exchange.region)
            let early = FreshMessage()
            #expect(try await exchange.region.send(early).result.isSuccess)
            try disk.fill(leaving: 2 << 20)
            let late = FreshMessage()
            let (refused, ids) = try await exchange.region.send(late)
            #expect(refused.exitCode == 75 && ids.isEmpty, "\(refused.exitCode) \(refused.errorText)")
            try await exchange.start()
            let dropped = FreshMessage()
            try exchange.region.drop(dropped)
            #expect(try await eventually { exchange.region.messages("outbound", "done").count == 1 }, "what was there is delivered")
            #expect(exchange.region.acceptedID(of: dropped) == nil && !exchange.region.hasDied)
            disk.free()
            #expect(try await eventually { exchange.region.acceptedID(of: dropped) != nil }, "taken by itself when there is room")
            #expect(try await exchange.region.send(late).result.isSuccess)
            #expect(try await exchange.drain())
            let tally = try exchange.count([early, late, dropped].map(\.messageID))
            print("full disk at the sender: \(tally)")
            #expect(tally.lost == 0 && tally.doubled == 0)
            try await exchange.stop()
        }
    }
}

/// A file system of a few megabytes in memory that takes the place of a gateway's folder, with what lies there. Gone with the object.
private final class SmallDisk: Sendable {
    static var isPossible: Bool { geteuid() == 0 && Tool.arePresent("mount", "umount", "cp") }

    private let folder: String

    init(under station: Station) throws {
        folder = station.folder
        let copy = station.folder + ".copy"
        try FileManager.default.copyItem(atPath: folder, toPath: copy)
        let mounted = try Tool.require("mount").runBlocking(["-t", "tmpfs", "-o", "size=24m,mode=0700", "sluss-test", folder])
        guard mounted.isSuccess else { throw SupportFailure("mount: \(mounted.errorText)") }
        let filled = try Tool.require("cp").runBlocking(["-a", copy + "/.", folder])
        guard filled.isSuccess else { throw SupportFailure("cp: \(filled.errorText)") }
    }

    deinit { _ = try? Tool.require("umount").runBlocking(["--lazy", folder]) }

    private var ballast: String { folder + "/ballast" }

    /// Takes all the room but this many bytes.
    func fill(leaving bytes: Int) throws {
        var system = statvfs()
        guard statvfs(folder, &system) == 0 else { throw SupportFailure("statvfs", errorNumber: errno) }
        let room = Int(system.f_bavail) * Int(system.f_frsize) - bytes
        guard FileManager.default.createFile(atPath: ballast, contents: Data(count: room)) else { throw SupportFailure("cannot fill") }
    }

    /// Gives the room back.
    func free() { try? FileManager.default.removeItem(atPath: ballast) }
}
