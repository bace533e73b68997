import Foundation
import Glibc
import TestSupport
import Testing

@testable import Gateway

@Suite("Audit trail")
struct AuditTrailTests {
    private let folder: TemporaryFolder
    private let trail: AuditTrail

    init() throws {
        folder = try TemporaryFolder("audit")
        trail = AuditTrail(path: folder.file("audit.jsonl"))
    }

    private func record(_ act: String, reason: String? = nil) throws {
        try trail.record(AuditTrail.Act(act: act, message: "01kmtest", reason: reason, outcome: "begun"))
    }

    private var lines: [String] {
        get throws { String(decoding: try folder.bytes(of: "audit.jsonl"), as: UTF8.self).split(separator: "\n").map(String.init) }
    }

    private func rewrite(_ lines: [String]) throws { try folder.write(lines.joined(separator: "\n") + "\n", to: "audit.jsonl") }

    @Test("A line tells who, when, what, which message and why, in a file for us alone")
    func line() throws {
        try record("hold", reason: "väntar på \"svar\"\n")
        let line = try #require(try lines.first)
        let fields = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(fields["act"] == "hold" && fields["message"] == "01kmtest" && fields["reason"] == "väntar på \"svar\"\n")
        #expect(fields["who"]?.isEmpty == false && fields["previous"] == "" && fields["outcome"] == "begun")
        #expect(Timestamps.date(fields["time"] ?? "") != nil)
        var status = stat()
        #expect(stat(folder.file("audit.jsonl"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("A chain nobody touched has no break")
    func whole() throws {
        for number in 0..<20 { try record("act\(number)") }
        #expect(try trail.breaks().isEmpty)
    }

    @Test("A changed, a removed, an added and a moved line show behind the place")
    func tampering() throws {
        for number in 0..<6 { try record("act\(number)") }
        let original = try lines
        try rewrite(original.enumerated().map { $0 == 2 ? $1.replacing("act2", with: "act9") : $1 })
        #expect(try trail.breaks() == [4])
        try rewrite(Array(original[..<2] + original[3...]))
        #expect(try trail.breaks() == [3])
        try rewrite(Array(original[..<2] + [original[1]] + original[2...]))
        #expect(try trail.breaks() == [3])
        try rewrite(Array(original[1...]))
        #expect(try trail.breaks() == [1])
        try rewrite([original[0], original[2], original[1]] + original[3...])
        #expect(try !trail.breaks().isEmpty)
        try rewrite(original)
        #expect(try trail.breaks().isEmpty)
    }

    @Test("A look at the gateway judges the end of a long trail, and the whole of a short one")
    func recent() throws {
        #expect(trail.isRecentlyWhole, "there is none yet")
        for _ in 0..<3 { try record("early") }
        let early = try lines
        try rewrite([early[0], early[2]])
        #expect(!trail.isRecentlyWhole)
        try rewrite(early)
        for _ in 0..<700 { try record("late", reason: String(repeating: "å", count: 1_000)) }
        let all = try lines
        #expect(trail.isRecentlyWhole && all.joined().utf8.count > AuditTrail.recentBytes)
        try rewrite([early[1]] + all[1...])
        #expect(trail.isRecentlyWhole, "the beginning is not looked at")
        #expect(try !trail.breaks().isEmpty)
        try rewrite(all.dropLast(3) + all.suffix(2))
        #expect(!trail.isRecentlyWhole)
    }

    @Test("A line that a crash tore is closed, spoils no other, and shows")
    func torn() throws {
        try record("one")
        try record("two")
        let bytes = try folder.bytes(of: "audit.jsonl")
        try folder.write(Array(bytes.dropLast(20)), to: "audit.jsonl")
        try record("three")
        try record("four")
        #expect(try lines.count == 4)
        #expect(try lines[2].contains("three"))
        #expect(try trail.breaks() == [2], "the torn line itself, none behind it")
    }

    @Test("An endless reason is cut, so that the chain can always be continued")
    func longReason() throws {
        try record("one", reason: String(repeating: "ö", count: 200_000))
        try record("two")
        #expect(try trail.breaks().isEmpty)
        #expect(try folder.bytes(of: "audit.jsonl").count < 20_000)
    }

    @Test("Records made at the same time by many threads chain one behind the other")
    func atOnce() async throws {
        let pool = BlockingPool(threadCount: 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 { group.addTask { try await pool.run { try record("act\(number)") } } }
            try await group.waitForAll()
        }
        await pool.stop()
        #expect(try lines.count == 40)
        #expect(try trail.breaks().isEmpty)
    }

    @Test("A trail that cannot be written says so: a folder in its place, a link, a missing folder")
    func unwritable() throws {
        _ = try folder.makeFolder("taken")
        #expect(symlink(folder.file("elsewhere"), folder.file("link")) == 0)
        for path in [folder.file("taken"), folder.file("link"), folder.file("missing/audit.jsonl")] {
            #expect(throws: AuditFailure.self) {
                try AuditTrail(path: path).record(AuditTrail.Act(act: "hold", message: "x", reason: nil, outcome: "begun"))
            }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("elsewhere")))
    }
}
