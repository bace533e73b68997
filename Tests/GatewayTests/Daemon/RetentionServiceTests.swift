import Foundation
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Retention")
struct RetentionServiceTests {
    private static let day: TimeInterval = 86_400
    private let log = CollectedLog()

    /// A message of each finished kind, a hundred days old, in both spools where it can be.
    private func fill(_ side: TestSide) throws -> [SpoolState: MessageID] {
        let past = Date().addingTimeInterval(-100 * Self.day)
        var ids: [SpoolState: MessageID] = [:]
        for (state, event) in [(SpoolState.done, HistoryRecord.Event.delivered), (.cancelled, .cancelled), (.failed, .failed)] {
            let envelope = Envelope(id: side.spools.newID(at: past), createdAt: past, type: "M01", partner: "kommun")
            _ = try side.spools.outbound.submit(body: [1], envelope: envelope, record: HistoryRecord(at: past, event: .submitted))
            if state != .cancelled { #expect(try side.spools.outbound.claim(envelope.id, from: .ready)) }
            let from = state == .cancelled ? SpoolState.ready : .inflight
            try side.spools.outbound.move(envelope.id, from: from, to: state, record: HistoryRecord(at: past, event: event))
            ids[state] = envelope.id
        }
        return ids
    }

    private func round(_ side: TestSide) async {
        let pool = BlockingPool(threadCount: 1)
        await RetentionService(
            current: CurrentParts(side.parts), spools: side.spools, pool: pool, log: log.log,
            clock: RetentionClock(spool: side.spools.root), quarantine: Quarantine(spools: side.spools)
        ).round(at: Date())
        await pool.stop()
    }

    @Test("Without the section nothing is removed, however old, and nothing is said")
    func off() async throws {
        let side = try TestSide()
        let ids = try fill(side)
        await round(side)
        for (state, id) in ids { #expect(try side.spools.outbound.entry(id)?.state == state) }
        #expect(log.lines.isEmpty)
    }

    @Test(
        "Each kind goes by its own age, the failed one stays, and the log counts",
        arguments: [
            ("done: 99d", [SpoolState.done]), ("cancelled: 99d", [.cancelled]), ("done: 99d, cancelled: 99d", [.done, .cancelled]),
            ("done: 101d", []),
        ])
    func ages(_ settings: String, _ gone: [SpoolState]) async throws {
        let side = try TestSide { $0.appendix = "retention: { \(settings) }" }
        let ids = try fill(side)
        await round(side)
        for (state, id) in ids { #expect((try side.spools.outbound.entry(id) == nil) == gone.contains(state), "\(state)") }
        #expect(
            log.lines.contains {
                $0.contains("\"retention\"") && $0.contains("outbound") && $0.contains("\"messages\":\"\(gone.count)\"")
                    || $0.contains("\"messages\":\(gone.count)")
            })
    }

    @Test("When the clock leaps forward nothing is removed and the log warns, until it has stood for three days, also over a restart")
    func leap() async throws {
        let side = try TestSide { $0.appendix = "retention: { done: 99d }" }
        let id = try #require(try fill(side)[.done])
        let steady = Mutex(0.0)
        func service(_ pool: BlockingPool) -> RetentionService {
            RetentionService(
                current: CurrentParts(side.parts), spools: side.spools, pool: pool, log: log.log,
                clock: RetentionClock(spool: side.spools.root) { .seconds(steady.withLock { $0 }) },
                quarantine: Quarantine(spools: side.spools))
        }
        let pool = BlockingPool(threadCount: 1)
        let before = service(pool)
        await before.round(at: Date().addingTimeInterval(-5 * Self.day))
        #expect(try side.spools.outbound.entry(id) != nil)
        // The same process, an hour later by the steady clock; then another, which knows of the first by the spool alone.
        steady.withLock { $0 = 3_600 }
        for service in [before, service(pool)] {
            await service.round(at: Date().addingTimeInterval(30 * Self.day))
            #expect(try side.spools.outbound.entry(id) != nil)
        }
        #expect(log.lines.count { $0.contains("clock went forward") } == 2)
        let last = service(pool)
        for days in 0...3 {
            steady.withLock { $0 = Double(days) * Self.day }
            #expect(try side.spools.outbound.entry(id) != nil)
            await last.round(at: Date().addingTimeInterval(Double(30 + days) * Self.day))
        }
        await pool.stop()
        #expect(try side.spools.outbound.entry(id) == nil)
    }

    @Test("The record of a received message outlives the message: a repeat is answered, not taken again")
    func duplicates() async throws {
        let (region, kommun) = (try TestSide(), try TestSide(.kommun) { $0.appendix = "retention: { done: 60d }" })
        let request = try region.request()
        let first = kommun.answer(request)
        let id = try #require(try kommun.spools.inbound.list(.ready).first)
        #expect(try kommun.spools.inbound.claim(id, from: .ready))
        try kommun.spools.inbound.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Date(), event: .handedOver))
        let pool = BlockingPool(threadCount: 1)
        let service = RetentionService(
            current: CurrentParts(kommun.parts), spools: kommun.spools, pool: pool, log: log.log,
            clock: RetentionClock(spool: kommun.spools.root), quarantine: Quarantine(spools: kommun.spools))
        await service.round(at: Date().addingTimeInterval(60 * Self.day - 60))
        #expect(try kommun.spools.inbound.entry(id) != nil)
        await service.round(at: Date().addingTimeInterval(60 * Self.day))
        await pool.stop()
        #expect(try kommun.spools.inbound.entry(id) == nil)
        #expect(kommun.answer(request) == first)
        #expect(try TestSide.count(kommun.spools.inbound) == 0)
    }
}
