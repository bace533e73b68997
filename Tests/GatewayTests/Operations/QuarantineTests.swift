import AS4
import Foundation
import Glibc
import Signatures
import Spooling
import Synchronization
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

    @Test(
        "Another key, or one altered byte anywhere, or the name of another, gives nothing",
        arguments: ["key", "partner", "name", "vector", "middle", "end"])
    func unreadable(_ what: String) throws {
        let side = try side()
        try refuse(side)
        let file = try #require(try actions(side).list().first)
        let path = "\(folder(side))/\(names(side)[0])"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let start = try #require(bytes.firstIndex(of: 0x0A)) + 1
        let partner = try #require(bytes.range(of: Data("\"partner\":\"".utf8))?.upperBound)
        let places = ["partner": partner, "vector": start, "middle": (start + bytes.count) / 2, "end": bytes.count - 1]
        if let place = places[what] { bytes[place] ^= 1 }
        let id = what == "name" ? side.spools.newID(at: Date()) : file.id
        try bytes.write(to: URL(fileURLWithPath: "\(folder(side))/\(id).quarantine"))
        var given = 0
        let reading = try actions(side).content(of: id, for: try key(what == "key" ? .region : .neighbour), reason: "test") {
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
        let side = try side(", maximum_messages: 8")
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

    /// A body that has something done when it is first read.
    private final class Eventful: ByteSource {
        let count: Int
        private let event: @Sendable () -> Void
        private let isOver = Mutex(false)

        init(count: Int = 4, _ event: @escaping @Sendable () -> Void = {}) { (self.count, self.event) = (count, event) }

        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
            let isFirst = isOver.withLock { over in
                defer { over = true }
                return !over
            }
            if isFirst { event() }
            return min(buffer.count, count - offset)
        }
    }

    private func keep(_ quarantine: Quarantine, _ side: TestSide, from partner: String, _ body: any ByteSource) throws -> String {
        quarantine.keep(
            StreamedEntity(contentType: "text/plain", body: body), refused: RefusalRecord(partner: partner, code: "A001", status: 400),
            under: try #require(side.parts.quarantineRules), at: Date()
        ).word
    }

    @Test("A list holds no file open, however long it is")
    func descriptors() throws {
        let side = try side()
        try refuse(side, times: 3)
        let files = try actions(side).list()
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        }
        #expect(files.count == 3 && !open.isEmpty && !open.contains { $0.hasPrefix(folder(side)) && $0.hasSuffix(".quarantine") })
    }

    @Test("No partner takes more than its quarter, also over a restart, and the rest is there for the others until all is full")
    func shares() throws {
        let side = try side(", maximum_messages: 8")
        let quarantine = Quarantine(spools: side.spools)
        for _ in 0..<2 { #expect(try keep(quarantine, side, from: "region", Eventful()).count == 26) }
        for one in [quarantine, Quarantine(spools: side.spools)] { #expect(try keep(one, side, from: "region", Eventful()) == "full") }
        for other in ["a", "b", "c"] { for _ in 0..<2 { #expect(try keep(quarantine, side, from: other, Eventful()).count == 26) } }
        #expect(try keep(quarantine, side, from: "d", Eventful()) == "full" && names(side).count == 8)
    }

    @Test("A partner has a quarter of the bytes, but always room for one message")
    func bytes() throws {
        let side = try side(", maximum_bytes: 1MiB")
        let quarantine = Quarantine(spools: side.spools)
        for partner in ["region", "other"] {
            #expect(try keep(quarantine, side, from: partner, Eventful(count: 400 << 10)).count == 26)
            #expect(try keep(quarantine, side, from: partner, Eventful()) == "full")
        }
        #expect(names(side).count == 2)
    }

    @Test("One message is written while another is, and its place is taken already", arguments: [(8, 26), (1, 4)])
    func together(_ most: Int, _ length: Int) throws {
        let side = try side(", maximum_messages: \(most)")
        let quarantine = Quarantine(spools: side.spools)
        let inner = Mutex("")
        let outer = try keep(
            quarantine, side, from: "region",
            Eventful {
                let word = try? self.keep(quarantine, side, from: "other", Eventful())
                inner.withLock { $0 = word ?? "" }
            })
        #expect(outer.count == 26 && inner.withLock { $0.count } == length)
    }

    @Test("Status asks for a person when a partner's share is taken, and no longer when there is room or no section")
    func attention() throws {
        let side = try side(", maximum_messages: 4")
        func kinds() throws -> [String] { try StatusReport(side.parts, spools: side.spools, at: Date()).attention.map(\.kind) }
        #expect(try !kinds().contains("quarantine_full"))
        try refuse(side)
        #expect(try kinds().contains("quarantine_full"))
        let off = try self.side(nil)
        #expect(try !StatusReport(off.parts, spools: side.spools, at: Date()).attention.map(\.kind).contains("quarantine_full"))
        #expect(try actions(side).remove(try #require(try actions(side).list().first).id, reason: "seen"))
        #expect(try !kinds().contains("quarantine_full"))
    }

    @Test("What a crash left before its line counts and is hidden; the next start puts it on record, or leaves it so when it cannot")
    func adopted() throws {
        let side = try side(", maximum_messages: 4")
        _ = try keep(Quarantine(spools: side.spools), side, from: "region", Eventful())
        let next = Quarantine(spools: side.spools)
        #expect(try actions(side).list().isEmpty && names(side).map { $0.hasSuffix(".pending") } == [true])
        #expect(try keep(next, side, from: "region", Eventful()) == "full")
        #expect(throws: AuditFailure.self) { try next.adopt(AuditTrail(path: side.spools.root), at: Date()) }
        #expect(try actions(side).list().isEmpty)
        for _ in 0..<2 { try next.adopt(audit(side), at: Date()) }
        let id = try #require(try actions(side).list().first).id
        #expect(lines(side).count == 1 && ["keep_quarantined", "\(id)", "region", "A001"].allSatisfy { lines(side)[0].contains($0) })
    }

    @Test("What somebody else removes meanwhile does not stop the daily round")
    func removedMeanwhile() throws {
        let side = try side()
        let past = Date(timeIntervalSinceNow: -40 * 86_400)
        for minute in 0..<3 { try refuse(side, times: 10, at: past.addingTimeInterval(Double(minute) * 60)) }
        let (quarantine, trail) = (Quarantine(spools: side.spools), audit(side))
        #expect(try !quarantine.remove(side.spools.newID(at: past)) && names(side).count == 25)
        let removed = Mutex([Int]())
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            guard let count = try? quarantine.expire(olderThan: .seconds(1), at: Date(), trail) else { return }
            removed.withLock { $0.append(count) }
        }
        #expect(removed.withLock { $0.count == 4 && $0.reduce(0, +) == 25 } && names(side).isEmpty)
    }
}
