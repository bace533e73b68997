import Foundation
import Glibc
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("Refusals on record")
struct RefusalTrailTests {
    private let folder: TemporaryFolder
    private let audit: AuditTrail
    private let trail: RefusalTrail
    private static let noon = Date(timeIntervalSince1970: 1_790_000_040)

    init() throws {
        folder = try TemporaryFolder("refusals")
        audit = AuditTrail(path: folder.file("audit.jsonl"))
        trail = RefusalTrail(audit: audit)
    }

    private var lines: [[String: String]] {
        get throws {
            try String(decoding: folder.bytes(of: "audit.jsonl"), as: UTF8.self).split(separator: "\n")
                .map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String]) }
        }
    }

    private func refusal(_ code: String = "A058", place: String? = nil, messageID: String? = "m@x") -> RefusalRecord {
        RefusalRecord(partner: "region", code: code, ebms: "EBMS:0101", place: place, messageID: messageID, status: 200)
    }

    @Test("A line tells partner, codes, place and answer, and of the MessageId no more than its digest")
    func line() throws {
        try trail.record(refusal(place: "/eb:Messaging", messageID: "20120315-9809@\u{1B}[2Jx"), at: Self.noon)
        try trail.record(refusal(place: "/x/y201203159809", messageID: nil), at: Self.noon)
        let lines = try lines
        #expect(lines.count == 2 && lines[0]["act"] == "refuse_message" && lines[0]["outcome"] == "refused")
        #expect(lines[0]["partner"] == "region" && lines[0]["code"] == "A058" && lines[0]["ebms"] == "EBMS:0101")
        #expect(lines[0]["place"] == "/eb:Messaging" && lines[0]["status"] == "200")
        #expect(lines[0]["message"] == Digest.sha256(Array("20120315-9809@\u{1B}[2Jx".utf8)).hexadecimal)
        #expect(lines[1]["place"] == "?" && lines[1]["message"] == "")
        let text = String(decoding: try folder.bytes(of: "audit.jsonl"), as: UTF8.self)
        #expect(!text.contains("9809") && !text.contains("2Jx"))
    }

    @Test("A flood leaves a few lines and one with the counts, chained with what people did")
    func flood() throws {
        for number in 0..<1_000 {
            try trail.record(refusal(number % 2 == 0 ? "A058" : "R020"), at: Self.noon.addingTimeInterval(Double(number) / 100))
        }
        try audit.record(AuditTrail.Act(act: "hold", message: "01kmtest", reason: nil, outcome: "begun"))
        try trail.writeDue(at: Self.noon.addingTimeInterval(60))
        try trail.flush(at: Self.noon.addingTimeInterval(61))
        let lines = try lines
        #expect(lines.count == RefusalTally.mostEach + 2)
        let last = try #require(lines.last)
        #expect(last["act"] == "refuse_messages" && last["codes"] == "A058=495 R020=495" && last["partner"] == "region")
        #expect(Timestamps.date(last["since"] ?? "").map { Self.noon.timeIntervalSince($0) < 60 } == true)
        #expect(try audit.breaks().isEmpty)
    }

    @Test("Eight threads at once leave a whole chain")
    func threads() async throws {
        let pool = BlockingPool(threadCount: 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask { [trail] in
                    try await pool.run {
                        for _ in 0..<20 {
                            try trail.record(RefusalRecord(partner: "p\(number)", code: "A001", status: 400), at: Self.noon)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        await pool.stop()
        try trail.flush(at: Self.noon)
        #expect(try audit.breaks().isEmpty)
        #expect(try lines.count == 8 * (RefusalTally.mostEach + 1))
    }

    @Test("When the trail cannot be written each refusal says so, and nothing is forgotten of those that were counted")
    func unwritable() throws {
        for _ in 0..<RefusalTally.mostEach + 5 { try trail.record(refusal(), at: Self.noon) }
        let path = folder.file("audit.jsonl")
        #expect(rename(path, path + ".away") == 0 && mkdir(path, 0o700) == 0)
        for second in 60..<90 {
            #expect(throws: AuditFailure.self) { try trail.record(refusal("R020"), at: Self.noon.addingTimeInterval(Double(second))) }
        }
        #expect(rmdir(path) == 0 && rename(path + ".away", path) == 0)
        try trail.record(refusal("R020"), at: Self.noon.addingTimeInterval(200))
        try trail.flush(at: Self.noon.addingTimeInterval(200))
        let counted = try lines.filter { $0["act"] == "refuse_messages" }.compactMap { $0["codes"] }
        let hasLine = try lines.contains { $0["act"] == "refuse_message" && $0["code"] == "R020" }
        #expect(counted.first == "A058=5" && hasLine)
        #expect(try audit.breaks().isEmpty)
    }
}
