import Foundation
import Glibc
import Spooling
import Testing

@Suite struct RecoveryTests {
    let scratch = Scratch()

    private func recover(_ spool: Spool, at date: Date = Sample.noon) throws -> RecoveryReport {
        try spool.recover(at: date, holding: try spool.lock())
    }

    @Test("A spool in order needs nothing, in any state")
    func clean() throws {
        let spool = try scratch.spool()
        for state in SpoolState.allCases where ![.incoming, .corrupt, .inflight].contains(state) { _ = try spool.put(in: state) }
        #expect(try recover(spool).isClean && recover(spool).isClean)
    }

    @Test("An attempt that was cut off is back in ready, noted as unknown; running recovery twice changes nothing more")
    func inflight() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .inflight)
        #expect(try recover(spool).returned == [id])
        #expect(try recover(spool).isClean)
        let entry = try #require(try spool.entry(id))
        #expect(entry.state == .ready && entry.attempts == 1 && entry.unknownOutcomes == 1)
        #expect(entry.history.last?.event == .recovered && entry.history.last?.outcome == .unknown)
    }

    @Test("A second attempt that was cut off is not taken for the recorded end of the first")
    func secondAttempt() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .deferred)
        #expect(try spool.claim(id, from: .deferred))
        let report = try recover(spool)
        #expect(report.returned == [id] && report.carriedOut.isEmpty)
        #expect(try spool.entry(id)?.attempts == 2)
        #expect(try spool.claim(id, from: .ready))
        #expect(try recover(spool).returned == [id])
        #expect(try spool.entry(id)?.attempts == 3 && spool.entry(id)?.unknownOutcomes == 2)
    }

    @Test("A message that was cut off too often in a row is held")
    func poison() throws {
        let spool = try scratch.spool { $0.mostUnknownOutcomes = 2 }
        let id = try spool.put(in: .inflight)
        #expect(try recover(spool).returned == [id])
        #expect(try spool.claim(id, from: .ready))
        #expect(try recover(spool).held == [id])
        #expect(try spool.places(of: id) == [.held])
    }

    @Test(
        "A recorded outcome whose rename a crash cut off is carried out, not repeated",
        arguments: [SpoolState.done, .deferred, .failed, .awaiting])
    func cutOffMove(to: SpoolState) throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: to)
        rename("\(scratch.root)/\(to.rawValue)/\(id)", "\(scratch.root)/inflight/\(id)")
        #expect(try recover(spool).carriedOut == [id])
        #expect(try spool.places(of: id) == [to])
        #expect(try spool.entry(id)?.history.count == 2)
        #expect(try recover(spool).isClean)
    }

    @Test("A message that awaits its receipt stays, whatever the clock says")
    func awaiting() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .awaiting)
        for days in [-400.0, 0, 400] {
            #expect(try recover(spool, at: Sample.noon.addingTimeInterval(days * 86_400)).isClean)
        }
        #expect(try spool.places(of: id) == [.awaiting])
    }

    @Test("A submission cut off anywhere is removed: nobody was told it was accepted", arguments: 0...3)
    func submissionLeftover(files: Int) throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .ready)
        rename("\(scratch.root)/ready/\(id)", "\(scratch.root)/incoming/\(id)")
        for name in ["message.xml", "envelope.json", "history.jsonl"].dropFirst(files) { unlink(scratch.file(.incoming, id, name)) }
        let report = try recover(spool)
        #expect(report.removed == [id.description] && scratch.names("incoming").isEmpty)
        #expect(try spool.entry(id) == nil && recover(spool).isClean)
    }

    @Test("A reception cut off after its duplicate record is finished once; one cut off before is removed", arguments: [true, false])
    func receptionLeftover(linked: Bool) throws {
        let spool = try scratch.spool()
        guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
        rename("\(scratch.root)/ready/\(entry.id)", "\(scratch.root)/incoming/\(entry.id)")
        if !linked { unlink("\(scratch.root)/seen/\(scratch.names("seen")[0])") }
        if linked {
            let error = #expect(throws: SpoolError.self) { try spool.receive(Sample.reception("k")) }
            #expect(error?.code == .unfinishedReception && error?.isTemporary == true)
        }
        let report = try recover(spool)
        #expect(report.finished == (linked ? [entry.id] : []) && report.removed == (linked ? [] : [entry.id.description]))
        #expect(try recover(spool).isClean)
        let outcome = try spool.receive(Sample.reception("k"))
        if linked { #expect(outcome == .duplicate(id: entry.id, receipt: Sample.receipt)) }
        #expect(try spool.list(.ready).count == 1 && scratch.names("incoming").isEmpty)
        #expect(try spool.entry(entry.id)?.unknownOutcomes ?? 0 == 0)
    }

    @Test("A reception cut off after its record and damaged is kept as found, and its sender's next try is received as new")
    func damagedReception() throws {
        let spool = try scratch.spool()
        guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
        rename("\(scratch.root)/ready/\(entry.id)", "\(scratch.root)/incoming/\(entry.id)")
        truncate(scratch.file(.incoming, entry.id, "message.xml"), 3)
        #expect(try recover(spool).quarantined.count == 1)
        #expect(try spool.places(of: entry.id) == [.corrupt] && scratch.names("seen").isEmpty)
        guard case .stored = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
    }

    @Test("A damaged message in flight goes to corrupt and stops nothing else")
    func damagedInflight() throws {
        let spool = try scratch.spool()
        let (good, bad) = (try spool.put(in: .inflight), try spool.put(in: .inflight))
        unlink(scratch.file(.inflight, bad, "envelope.json"))
        let report = try recover(spool)
        #expect(report.returned == [good] && report.quarantined.map(\.place.id) == [bad])
        let summary = try #require(try spool.summary(of: bad, in: .corrupt))
        #expect(summary.envelope == nil && summary.lastCode == "P013" && summary.lastReason == "envelope.json: missing")
    }

    @Test("A spool copied while it ran may hold a message twice: the further one stays, the other goes to corrupt")
    func copies() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .ready)
        try FileManager.default.copyItem(atPath: "\(scratch.root)/ready/\(id)", toPath: scratch.path + "/copy")
        #expect(try spool.claim(id, from: .ready))
        try spool.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Sample.noon, event: .delivered))
        for state in ["ready", "deferred"] {
            try FileManager.default.copyItem(atPath: scratch.path + "/copy", toPath: "\(scratch.root)/\(state)/\(id)")
        }
        let report = try recover(spool)
        #expect(report.quarantined.count == 2)
        #expect(try spool.places(of: id) == [.done, .corrupt])
        #expect(scratch.names("corrupt").count == 2)
        #expect(try recover(spool).isClean)
    }

    @Test("A copy of the spool made while it ran has no second life in incoming")
    func copyInIncoming() throws {
        let spool = try scratch.spool()
        guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
        try FileManager.default.copyItem(atPath: "\(scratch.root)/ready/\(entry.id)", toPath: "\(scratch.root)/incoming/\(entry.id)")
        #expect(try recover(spool).removed == [entry.id.description])
        #expect(try spool.places(of: entry.id) == [.ready] && spool.body(of: entry.id, in: .ready) == Sample.body)
    }

    @Test("What a purge left behind is removed, never taken for a reception")
    func purgeLeftover() throws {
        let spool = try scratch.spool()
        guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
        rename("\(scratch.root)/ready/\(entry.id)", "\(scratch.root)/incoming/purged-\(entry.id)")
        #expect(try recover(spool).removed == ["purged-\(entry.id)"])
        #expect(try spool.entry(entry.id) == nil && scratch.names("incoming").isEmpty)
        #expect(try spool.storedReceipt(duplicateKey: "k")?.id == entry.id)
    }

    @Test("Recovery needs the lock of this very spool")
    func foreignLock() throws {
        let other = Scratch()
        let lock = try other.spool().lock()
        let spool = try scratch.spool()
        let error = #expect(throws: SpoolError.self) { try spool.recover(at: Sample.noon, holding: lock) }
        #expect(error?.code == .illegalTransition)
    }
}
