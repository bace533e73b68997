import Foundation
import Glibc
import Testing

@testable import Spooling

@Suite struct ConsignmentTests {
    let scratch = Scratch()

    private func consignment(_ key: String = "business-1", content: String = "c0ffee", copies: Int = 3, first: SpoolState = .ready)
        -> Consignment
    {
        Consignment(
            body: Sample.body, envelopes: (0..<copies).map { _ in Sample.envelope() }, key: key, content: content,
            record: Sample.submitted(), first: first)
    }

    private func ids(_ outcome: ConsignmentOutcome) -> [MessageID] {
        switch outcome {
        case .stored(let entries): entries.map(\.id)
        case .known(let copies): copies.map(\.id)
        case .otherContent: []
        }
    }

    @Test("Every copy is stored once, and the same submission again names the same copies, also after a restart")
    func known() throws {
        let spool = try scratch.spool()
        let first = ids(try spool.submit(consignment()))
        #expect(try first.count == 3 && Set(spool.list(.ready)) == Set(first))
        for id in first {
            try spool.verify(id, in: .ready)
            #expect(try spool.entry(id)?.history.first?.partner == "exempelkommun")
        }
        #expect(scratch.names("seen") == [Spool.seenName("business-1")])
        for again in [spool, try scratch.spool()] {
            #expect(try again.submit(consignment()) == .known(first.map { Consignment.Copy(id: $0, partner: "exempelkommun") }))
        }
        #expect(try spool.submit(consignment(content: "decade")) == .otherContent("c0ffee"))
        #expect(try spool.list(.ready).count == 3 && scratch.names("incoming").isEmpty)
    }

    @Test("Of many at once exactly one is stored, and the others name its copies")
    func race() throws {
        let spools = try (0..<4).map { _ in try scratch.spool() }
        let all = Box<[ConsignmentOutcome]>([])
        Threads.run(12) { number in
            let outcome = try? spools[number % 4].submit(self.consignment(content: number < 9 ? "c0ffee" : "decade"))
            if let outcome { all.add(outcome) }
        }
        #expect(all.value.count == 12)
        let stored = all.value.filter { if case .stored = $0 { true } else { false } }
        #expect(stored.count == 1)
        let winners = Set(stored.flatMap { ids($0) })
        #expect(try Set(spools[0].list(.ready)) == winners && winners.count == 3)
        for outcome in all.value { #expect(ids(outcome).isEmpty || Set(ids(outcome)) == winners) }
        #expect(scratch.names("incoming").isEmpty)
    }

    @Test("What a dead writer left between two publishes is finished by recovery, or by the same submission", arguments: [true, false])
    func halfPublished(byRecovery: Bool) throws {
        let spool = try scratch.spool()
        let all = ids(try spool.submit(consignment()))
        for id in all.dropFirst() { rename("\(scratch.root)/ready/\(id)", "\(scratch.root)/incoming/\(id)") }
        if byRecovery {
            #expect(Set(try spool.recover(at: Sample.noon, holding: try spool.lock()).finished) == Set(all.dropFirst()))
        } else {
            #expect(ids(try spool.submit(consignment())) == all)
        }
        #expect(try Set(spool.list(.ready)) == Set(all) && scratch.names("incoming").isEmpty)
        for id in all { try spool.verify(id, in: .ready) }
        #expect(try spool.recover(at: Sample.noon, holding: try spool.lock()).isClean)
    }

    @Test("A submission that is to be held lies in held, also when a dead writer left it half published", arguments: [true, false])
    func held(byRecovery: Bool) throws {
        let spool = try scratch.spool()
        let all = ids(try spool.submit(consignment(first: .held)))
        #expect(try Set(spool.list(.held)) == Set(all) && spool.list(.ready).isEmpty)
        for id in all.dropFirst() { rename("\(scratch.root)/held/\(id)", "\(scratch.root)/incoming/\(id)") }
        if byRecovery {
            #expect(Set(try spool.recover(at: Sample.noon, holding: try spool.lock()).finished) == Set(all.dropFirst()))
        } else {
            #expect(ids(try spool.submit(consignment(first: .held))) == all)
        }
        #expect(try Set(spool.list(.held)) == Set(all) && spool.list(.ready).isEmpty && scratch.names("incoming").isEmpty)
        #expect(throws: SpoolError.self) { try spool.submit(consignment("business-2", first: .done)) }
    }

    @Test("What was never committed is removed")
    func uncommitted() throws {
        let spool = try scratch.spool()
        let all = ids(try spool.submit(consignment()))
        for id in all { rename("\(scratch.root)/ready/\(id)", "\(scratch.root)/incoming/\(id)") }
        unlink("\(scratch.root)/seen/\(Spool.seenName("business-1"))")
        #expect(try spool.recover(at: Sample.noon, holding: try spool.lock()).removed.count == 3)
        guard case .stored = try spool.submit(consignment()) else { throw SpoolTestFault.noWay }
    }

    @Test("A record is kept as long as one of its copies is there, then as long as the policy says")
    func purged() throws {
        let spool = try scratch.spool()
        let all = ids(try spool.submit(consignment(copies: 2)))
        let policy = RetentionPolicy(doneAge: .seconds(10), seenAge: .seconds(100), retryHorizon: .seconds(50))
        for id in all {
            #expect(try spool.claim(id, from: .ready))
            try spool.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Sample.noon, event: .delivered))
            let later = Sample.noon.addingTimeInterval(1_000)
            if id == all[0] {
                #expect(try spool.purge(policy, now: later).messages == [all[0]])
                #expect(scratch.names("seen").count == 1)
            } else {
                let report = try spool.purge(policy, now: later)
                #expect(report.messages == [id] && report.seen == 1)
            }
        }
    }
}
