import AS4
import Foundation
import Glibc
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Refused messages that are kept")
struct QuarantineTests {
    private static let words = "ett namn: Tilda Provberg, 201203159809"

    /// What is refused as no message at all, with a person in clear.
    private let entity = AS4Entity(contentType: "text/plain; name=\"201203159809\"", body: Array(words.utf8))

    private func side(_ settings: String? = "") throws -> TestSide {
        try TestSide(.kommun) { writer in
            guard let settings else { return }
            // Any certificate with an RSA key will do, and its key lies where the test can reach it.
            let certificate = writer.certificates.certificate(.neighbour, .as4)
            writer.appendix = "quarantine: { certificate: \"\(certificate)\"\(settings) }"
        }
    }

    private func key(_ organisation: TestOrganisation = .neighbour) throws -> PrivateKey {
        try PrivateKey.load(path: DevelopmentPKI.shared().key(organisation, .as4))
    }

    private func audit(_ side: TestSide) -> AuditTrail { AuditTrail(path: side.parts.configuration.paths.audit) }
    private func lines(_ side: TestSide) -> [Substring] {
        ((try? String(contentsOfFile: side.parts.configuration.paths.audit, encoding: .utf8)) ?? "").split(separator: "\n").map { $0[...] }
    }

    /// Has the entity refused `count` times at one instant.
    @discardableResult
    private func refuse(_ side: TestSide, times count: Int = 1, spools: Spools? = nil, at time: Date = Date()) throws -> InboundAnswer {
        let spools = spools ?? side.spools
        let trail = RefusalTrail(audit: audit(side), quarantine: Quarantine(spools: spools))
        let pipeline = InboundPipeline(side.parts, spools: spools, ledger: side.ledger, refusals: trail)
        var answer = pipeline.receive(entity, from: "region", at: time)
        for _ in 1..<count { answer = pipeline.receive(entity, from: "region", at: time) }
        return answer
    }

    private func folder(_ side: TestSide) -> String { side.spools.root + "/quarantine" }
    private func names(_ side: TestSide) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder(side))) ?? [] }
    private func actions(_ side: TestSide) -> QuarantineActions { QuarantineActions(spools: side.spools, audit: audit(side)) }

    @Test("Without the section nothing is kept")
    func off() throws {
        let side = try side(nil)
        try refuse(side)
        #expect(names(side).isEmpty && lines(side).count == 1 && !lines(side)[0].contains("quarantine"))
        #expect(try actions(side).list().isEmpty)
    }

    @Test("What was refused lies in a file for us alone that tells nothing of its content, and only the operator's key gives it back")
    func kept() throws {
        let side = try side()
        try refuse(side)
        let file = try #require(try actions(side).list().first)
        #expect(names(side) == ["\(file.id).quarantine"] && lines(side)[0].contains("\"quarantine\":\"\(file.id)\""))
        let header = try #require(file.header)
        #expect(header.partner == "region" && header.code == "A001" && header.ebms == "EBMS:0007")
        var status = stat()
        #expect(stat(folder(side), &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(stat("\(folder(side))/\(names(side)[0])", &status) == 0 && status.st_mode & 0o777 == 0o600)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder(side))/\(names(side)[0])"))
        for word in ["Tilda", "9809", "text/plain"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }

        var plain: [UInt8] = []
        let reading = try actions(side).content(of: file.id, for: try key(), reason: "2026/114") { plain += $0 }
        guard case .done = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(plain == Array("Content-Type: \(entity.contentType)\r\n\r\n".utf8) + entity.body)
        #expect(try CapturedEntity.entity(MemorySource(plain), scratch: MemoryScratch()).contentType == entity.contentType)
        #expect(lines(side).suffix(2).map { $0.contains("view_quarantined") } == [true, true])
        #expect(lines(side).last?.contains("\"outcome\":\"done\"") == true)
        #expect(try audit(side).breaks().isEmpty)
    }

    @Test("Another key, or one altered byte anywhere behind the first line, gives nothing", arguments: ["key", "vector", "middle", "end"])
    func unreadable(_ what: String) throws {
        let side = try side()
        try refuse(side)
        let file = try #require(try actions(side).list().first)
        let path = "\(folder(side))/\(names(side)[0])"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let start = try #require(bytes.firstIndex(of: 0x0A)) + 1
        let places = ["vector": start, "middle": (start + bytes.count) / 2, "end": bytes.count - 1]
        if let place = places[what] { bytes[place] ^= 1 }
        try bytes.write(to: URL(fileURLWithPath: path))
        var given = 0
        let reading = try actions(side).content(of: file.id, for: try key(what == "key" ? .region : .neighbour), reason: "test") {
            given += $0.count
        }
        guard case .unreadable = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(given == 0 && lines(side).last?.contains("\"outcome\":\"failed\"") == true)
    }

    @Test("A certificate that nothing can be encrypted to is an error of the configuration")
    func unfit() throws {
        let failure = #expect(throws: SupportFailure.self) {
            try TestSide(.kommun) { $0.appendix = "quarantine: { certificate: \"\($0.certificates.certificate(.kommun, .signing))\" }" }
        }
        #expect(failure.map { "\($0)".contains("C123 quarantine.certificate") } == true)
    }

    @Test("At a limit nothing more is kept and nothing is put out; the refusal is given and its line says so, until somebody makes room")
    func limits() throws {
        let side = try side(", maximum_messages: 2")
        try refuse(side, times: 4)
        #expect(names(side).count == 2 && lines(side).count == 4)
        #expect(lines(side).map { $0.contains("\"quarantine\":\"full\"") } == [false, false, true, true])
        let first = try #require(try actions(side).list().first)
        #expect(try actions(side).remove(first.id, reason: "seen") && !actions(side).remove(first.id, reason: "seen"))
        try refuse(side)
        #expect(names(side).count == 2)

        let large = AS4Entity(contentType: "text/plain", body: [UInt8](repeating: 65, count: 1 << 20))
        let small = try self.side(", maximum_bytes: 1MiB")
        let trail = RefusalTrail(audit: audit(small), quarantine: Quarantine(spools: small.spools))
        _ = InboundPipeline(small.parts, spools: small.spools, ledger: small.ledger, refusals: trail).receive(large, from: "region")
        #expect(names(small).isEmpty && lines(small)[0].contains("\"quarantine\":\"full\""))
    }

    @Test("A flood keeps no more than has lines of its own, and a disk without room keeps nothing and refuses all the same")
    func bounded() throws {
        let side = try side()
        try refuse(side, times: 40)
        #expect(names(side).count == RefusalTally.mostEach)
        let other = try self.side()
        var options = SpoolOptions()
        options.minimumFreeBytes = 1 << 62
        let full = try Spools(root: other.spools.root, create: false, options: options)
        guard case .refused = try refuse(other, spools: full).event else {
            Issue.record("not refused")
            return
        }
        #expect(names(other).isEmpty && lines(other)[0].contains("\"quarantine\":\"failed\""))
    }

    @Test("A refusal that cannot be recorded leaves nothing in the quarantine")
    func unrecorded() throws {
        let side = try side()
        #expect(mkdir(side.parts.configuration.paths.audit, 0o700) == 0)
        #expect(try refuse(side).status == 503 && names(side).isEmpty)
    }

    @Test("What is over goes by the daily round, each with its line; half a file of a crash goes at the start")
    func ends() async throws {
        let side = try side(", keep: 10d")
        try refuse(side, at: Date(timeIntervalSinceNow: -11 * 86_400))
        try refuse(side, at: Date(timeIntervalSinceNow: -9 * 86_400))
        let ids = try actions(side).list().map(\.id)
        let quarantine = Quarantine(spools: side.spools)
        try Data([1]).write(to: URL(fileURLWithPath: folder(side) + "/.new-1-2"))
        try quarantine.sweep()
        #expect(names(side).count == 2)
        let pool = BlockingPool(threadCount: 1)
        await RetentionService(
            current: CurrentParts(side.parts), spools: side.spools, pool: pool, log: CollectedLog().log,
            clock: RetentionClock(spool: side.spools.root), quarantine: quarantine
        ).round(at: Date())
        await pool.stop()
        #expect(try actions(side).list().map(\.id) == [ids[1]])
        #expect(lines(side).last?.contains("expire_quarantined") == true && lines(side).last?.contains("\(ids[0])") == true)
    }
}
