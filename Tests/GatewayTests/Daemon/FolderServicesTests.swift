import Foundation
import ServiceLifecycle
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Services of the folders", .timeLimit(.minutes(1)))
struct FolderServicesTests {
    private let region: TestSide
    private let pool = BlockingPool(threadCount: 4)
    private let log = CollectedLog()

    init() throws { region = try TestSide { $0.appendix = "delivery: { submit_interval: 100ms }" } }

    /// Runs a service beside the body, then stops it as a signal would.
    private func running(_ service: any Service, _ body: () async throws -> Void) async throws {
        let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: log.log.logger))
        let run = Task { try await group.run() }
        do {
            try await body()
        } catch {
            run.cancel()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await run.value
        await pool.stop()
    }

    private func names(_ folder: String) -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    private func drop(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(region.submitFolder)/\(name)"))
    }

    private func dropService(
        spools: Spools? = nil, _ accepted: @escaping @Sendable ([Submission.Copy]) async -> Void
    ) -> DropFolderService {
        DropFolderService(
            folder: region.submitFolder, current: CurrentParts(region.parts), spools: spools ?? region.spools, ledger: region.ledger,
            pool: pool,
            log: log.log, accepted: accepted)
    }

    private final class Copies: Sendable {
        let list = Mutex<[Submission.Copy]>([])
        var count: Int { list.withLock { $0.count } }
        func add(_ copies: [Submission.Copy]) { list.withLock { $0 += copies } }
    }

    @Test("Files left before and during the run are taken, delivery is told of each copy, and no name of a file is logged")
    func drops() async throws {
        let copies = Copies()
        for number in 0..<12 { try drop(Notice().bytes, "anna-andersson-\(number).xml") }
        try await running(dropService { copies.add($0) }) { () async throws in
            #expect(try await eventually { copies.count == 12 })
            try drop(Notice().bytes, "anna-andersson-late.xml")
            try drop(Array("<a/>".utf8), "anna-andersson-bad.xml")
            #expect(try await eventually { copies.count == 13 && names(region.submitFolder).contains("anna-andersson-bad.refused.json") })
        }
        #expect(names(region.submitFolder).count { $0.hasSuffix(".accepted.json") } == 13)
        #expect(log.text.contains("message submitted") && log.text.contains("submission refused"))
        #expect(!log.text.contains("andersson") && !log.text.contains("201203159809"))
    }

    @Test("A file that came before is answered and logged as a repetition, with the same id")
    func repeated() async throws {
        let notice = Notice()
        let id = try region.queue(notice)
        let copies = Copies()
        try drop(notice.bytes, "a.xml")
        try await running(dropService { copies.add($0) }) { () async throws in #expect(try await eventually { copies.count == 1 }) }
        #expect(copies.list.withLock { $0.first?.id } == id && copies.list.withLock { $0.first?.existed } == true)
        #expect(log.lines.contains { $0.contains("submission repeated") && !$0.contains("\"to\"") })
    }

    @Test("Trouble with our disk is logged once for all files, and they wait")
    func postponed() async throws {
        var options = SpoolOptions()
        options.minimumFreeBytes = 1 << 62
        let full = try Spools(root: region.folder.file("full"), create: true, options: options)
        for number in 0..<9 { try drop(Notice().bytes, "\(number).xml") }
        try await running(dropService(spools: full) { _ in Issue.record("accepted") }) { () async throws in
            #expect(try await eventually { log.text.contains("submissions postponed") })
            try await Task.sleep(for: .milliseconds(400))
        }
        let lines = log.lines.filter { $0.contains("submissions postponed") }
        #expect(lines.count <= 9 && lines.allSatisfy { $0.contains("P010") })
        #expect(names(full.taken).count == 9)
    }

    @Test("Received messages are handed over, those that waited for their folder too, and what was left in flight")
    func handsOver() async throws {
        let kommun = try TestSide(.kommun)
        let ids = try (0..<6).map { _ in
            guard case .stored(let id, _) = kommun.inbound.receive(try region.request(), from: "region").event else {
                throw SupportFailure("not stored")
            }
            return id
        }
        #expect(try kommun.spools.inbound.claim(ids[0], from: .ready))
        try FileManager.default.moveItem(atPath: kommun.inboxFolder, toPath: kommun.inboxFolder + ".away")
        let nudge = Nudge()
        let service = HandOverService(folder: kommun.inboxFolder, spools: kommun.spools, pool: pool, log: log.log, nudge: nudge)
        try await running(service) { () async throws in
            #expect(try await eventually { try !kommun.spools.inbound.list(.deferred).isEmpty })
            #expect(try kommun.spools.inbound.list(.ready).count >= 2, "the others are not touched while the folder is away")
            try FileManager.default.moveItem(atPath: kommun.inboxFolder + ".away", toPath: kommun.inboxFolder)
            nudge()
            #expect(try await eventually { try kommun.spools.inbound.list(.done).count == 6 })
        }
        #expect(names(kommun.inboxFolder).count { $0.hasSuffix(".xml") } == 6)
        #expect(log.text.contains("hand-over folder trouble") && log.text.contains("message handed over"))
    }

    @Test("Submitters are told of failures, those of before the start too")
    func notices() async throws {
        func fail(_ name: String) throws -> MessageID {
            let id = try #require(try region.outbound.submit(Notice().bytes, named: "\(name).xml").copies.first?.id)
            try Data("{}".utf8).write(to: URL(filePath: "\(region.submitFolder)/\(name).accepted.json"))
            let record = HistoryRecord(at: Date(), event: .failed) { $0.code = "EBMS:0010" }
            try region.spools.outbound.move(id, from: .ready, to: .failed, record: record)
            return id
        }
        _ = try fail("before")
        let step = TellSubmitter(spools: region.spools, ledger: region.ledger, folder: region.submitFolder)
        try await running(NoticeService(step: step, pool: pool, log: log.log)) { () async throws in
            #expect(try await eventually { names(region.submitFolder).contains("before.failed.json") })
            _ = try fail("during")
            #expect(try await eventually { names(region.submitFolder).contains("during.failed.json") })
        }
        #expect(log.lines.count { $0.contains("submitter told of failure") } == 2)
        #expect(!log.text.contains("before"))
    }
}
