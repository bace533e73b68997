import Foundation
import Spooling
import Synchronization
import Testing

@Suite(.serialized) struct ConcurrencyTests {
    @Test("Eight workers and two operators beside them: at the end every message lies in exactly one state, whole, with a true history")
    func together() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let operators = try Spool(root: scratch.root)
        let submitted = Mutex<[MessageID]>([])
        let faults = Mutex<[SpoolError]>([])
        let moves = Atomic<Int>(0)
        let rounds = Exerciser.runsEverything ? 200 : 25
        Threads.run(10) { number in
            var random = SeededRandom(UInt64(number))
            for round in 0..<rounds {
                do throws(SpoolError) {
                    if number < 8 {
                        try Self.work(spool, &random, submitted, moves)
                    } else {
                        try Self.operate(operators, round, moves)
                    }
                } catch {
                    faults.withLock { $0.append(error) }
                }
            }
        }
        #expect(faults.withLock { $0 }.isEmpty)
        _ = try spool.recover(at: Sample.noon, holding: try spool.lock())
        let ids = submitted.withLock { $0 }
        var found: [MessageID: Int] = [:]
        for state in SpoolState.allCases {
            for id in try spool.list(state) {
                found[id, default: 0] += 1
                try spool.verify(id, in: state)
                let moved = try #require(try spool.entry(id, in: state)?.history.last { $0.to != nil })
                #expect(moved.to == state, "\(id): \(moved)")
            }
        }
        #expect(Set(ids) == Set(found.keys) && found.values.allSatisfy { $0 == 1 })
        #expect(scratch.names("incoming").isEmpty && scratch.names("corrupt").isEmpty)
        print("together: \(ids.count) messages, \(moves.load(ordering: .relaxed)) moves, each in one state")
    }

    /// Submits one, then claims and finishes whatever it gets hold of.
    private static func work(
        _ spool: Spool, _ random: inout SeededRandom, _ submitted: borrowing Mutex<[MessageID]>, _ moves: borrowing Atomic<Int>
    ) throws(SpoolError) {
        let id = try spool.submit(body: Sample.body, envelope: Sample.envelope(), record: Sample.submitted()).id
        submitted.withLock { $0.append(id) }
        for from in [SpoolState.ready, .deferred] {
            for id in try spool.list(from).shuffled(using: &random).prefix(2) {
                guard try spool.claim(id, from: from) else { continue }
                let to: SpoolState = [.deferred, .done, .awaiting, .failed, .ready].randomElement(using: &random) ?? .done
                let event: HistoryRecord.Event = to == .ready ? .parked : .attempted
                try spool.move(
                    id, from: .inflight, to: to, record: HistoryRecord(at: Sample.noon, event: event) { $0.outcome = .temporaryFailure })
                moves.add(1, ordering: .relaxed)
            }
        }
    }

    /// Holds and releases, and loses races without harm.
    private static func operate(_ spool: Spool, _ round: Int, _ moves: borrowing Atomic<Int>) throws(SpoolError) {
        for (from, to) in [(SpoolState.ready, SpoolState.held), (.deferred, .held), (.held, .ready), (.failed, .ready)] {
            for id in try spool.list(from).prefix(3) {
                do throws(SpoolError) {
                    try spool.move(id, from: from, to: to, record: HistoryRecord(at: Sample.noon, event: .held) { $0.actor = "operator" })
                    moves.add(1, ordering: .relaxed)
                } catch {
                    if error.code != .notThere && error.code != .busy { throw error }
                }
            }
        }
    }

    @Test("An operator in another process beside a delivering daemon loses and doubles nothing", .enabled(if: Exerciser.path != nil))
    func processes() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let ids = Set(try (0..<60).map { _ in try spool.put(in: .ready) })
        let root = scratch.root
        let delivered = Mutex<[MessageID]>([])
        Threads.run(3) { number in
            if number < 2 {
                _ = Exerciser.run(["operate", root, "40"])
                return
            }
            for _ in 0..<200 {
                for id in (try? spool.list(.ready)) ?? [] where (try? spool.claim(id, from: .ready)) == true {
                    try? spool.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Sample.noon, event: .delivered))
                    delivered.withLock { $0.append(id) }
                }
            }
        }
        let done = try spool.list(.done)
        #expect(Set(done) == Set(delivered.withLock { $0 }) && done.count == delivered.withLock { $0.count })
        let rest = try spool.list(.ready) + spool.list(.held)
        #expect(Set(done + rest) == ids && done.count + rest.count == ids.count)
        for id in done { #expect(try spool.entry(id, in: .done)?.history.filter { $0.event == .delivered }.count == 1) }
    }

    @Test("Submissions per second with one and with eight threads, every one durable (printed, not judged)")
    func rate() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let body = [UInt8](repeating: 0x61, count: 8_192)
        for (threads, count) in [(1, 150), (8, 75), (32, 20)] {
            let start = ContinuousClock.now
            Threads.run(threads) { _ in
                for _ in 0..<count { _ = try? spool.submit(body: body, envelope: Sample.envelope(), record: Sample.submitted()) }
            }
            let seconds = (ContinuousClock.now - start).inSeconds
            print("durable submissions of 8 kB, \(threads) thread(s): \(Int(Double(threads * count) / seconds))/s")
        }
        #expect(try spool.list(.ready).count == 150 + 600 + 640)
        #expect(spool.health.isHealthy)
    }
}
