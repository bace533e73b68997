import Foundation
import Glibc
import Spooling
import Testing

/// Kills the exerciser at each system call of an operation and looks at what recovery makes of it.
@Suite(.serialized, .enabled(if: Exerciser.canTrace)) struct CrashTests {
    static let calls = [
        "openat", "write", "fsync", "close", "mkdirat", "fchmod", "renameat2", "renameat", "linkat", "unlinkat", "flock", "ftruncate",
        "lseek",
    ]

    /// One kill at the N-th of each call in a fresh spool.
    private func kill(_ verb: [String], prepare: (Spool) throws -> Void, check: (Scratch, Spool, Exerciser.Run) throws -> Void) throws
        -> Int
    {
        let rehearsal = Scratch(inMemory: !Exerciser.runsEverything)
        try prepare(try rehearsal.spool())
        let ranges = Exerciser.calls([verb[0], rehearsal.root] + verb.dropFirst(), Self.calls, in: rehearsal)
        let points = ranges.sorted { $0.key < $1.key }.flatMap { call, range in range.map { (call, $0) } }
        #expect(points.count > 10)
        var crashes = 0
        for point in points {
            let scratch = Scratch(inMemory: !Exerciser.runsEverything)
            let spool = try scratch.spool()
            try prepare(spool)
            let run = Exerciser.run(
                [verb[0], scratch.root] + verb.dropFirst(), strace: ["-e", "inject=\(point.0):signal=KILL:when=\(point.1)"])
            if run.status != 0 { crashes += 1 }
            _ = try spool.recover(at: Sample.noon, holding: try spool.lock())
            #expect(try spool.recover(at: Sample.noon, holding: try spool.lock()).isClean, "\(point)")
            try expectLegal(spool, scratch, "\(point)")
            try check(scratch, spool, run)
        }
        return crashes
    }

    /// Every message in one state, whole; nothing in incoming; nothing damaged.
    private func expectLegal(_ spool: Spool, _ scratch: Scratch, _ point: String) throws {
        var seen: Set<MessageID> = []
        for state in SpoolState.allCases {
            for id in try spool.list(state) {
                #expect(seen.insert(id).inserted, "twice: \(point)")
                try spool.verify(id, in: state)
            }
        }
        #expect(scratch.names("incoming").isEmpty && scratch.names("corrupt").isEmpty, "\(point)")
    }

    @Test("A kill at any system call of a submission loses nothing acknowledged")
    func submit() throws {
        var (acknowledged, kept, lost) = (0, 0, 0)
        let crashes = try kill(["submit", "2"]) { _ in
        } check: { scratch, spool, run in
            let ready = try spool.list(.ready).map(\.description)
            acknowledged += run.acknowledged.count
            kept += ready.count
            lost += Set(run.acknowledged).subtracting(ready).count
            #expect(Set(run.acknowledged).isSubset(of: ready))
            #expect(ready.count <= run.acknowledged.count + 1 && scratch.names("ready").count == ready.count)
        }
        print(
            "submit: \(crashes) crashes, \(acknowledged) acknowledged, \(lost) lost, \(kept - acknowledged) durable but not yet acknowledged"
        )
        #expect(crashes > 20 && acknowledged > 0 && lost == 0)
    }

    @Test("A kill at any system call of a reception stores it once, however often the sender tries")
    func receive() throws {
        var (acknowledged, finished, lost, doubled) = (0, 0, 0, 0)
        let crashes = try kill(["receive", "key"]) { _ in
        } check: { scratch, spool, run in
            let before = try spool.list(.ready).map(\.description)
            #expect(Set(run.acknowledged).isSubset(of: before))
            let outcome = try spool.receive(Sample.reception("key"))
            if case .duplicate(let id, let receipt) = outcome {
                #expect(before == [id.description] && receipt.bytes == Array("request".utf8))
                finished += run.acknowledged.isEmpty ? 1 : 0
            } else {
                #expect(run.acknowledged.isEmpty && before.isEmpty)
            }
            acknowledged += run.acknowledged.count
            lost += Set(run.acknowledged).subtracting(before).count
            doubled += try spool.list(.ready).count - 1
            #expect(scratch.names("seen").count == 1)
        }
        print(
            "receive: \(crashes) crashes, \(acknowledged) acknowledged, \(lost) lost, \(doubled) doubled, \(finished) committed before the crash and finished by recovery"
        )
        #expect(crashes > 20 && lost == 0 && doubled == 0)
    }

    @Test("A kill at any system call while a further receipt is kept leaves it whole or not at all, and once given it is given again")
    func remember() throws {
        var (acknowledged, kept) = (0, 0)
        let crashes = try kill(["remember", "again"]) { spool in
            guard case .stored = try spool.receive(Sample.reception("first")) else { throw SpoolTestFault.noWay }
        } check: { scratch, spool, run in
            let id = try #require(try spool.list(.ready).first)
            let found = try spool.storedReceipt(duplicateKey: "again")
            #expect(run.acknowledged.isEmpty || found?.receipt.bytes == Array("request".utf8))
            let next = try spool.remember(Sample.receipt, of: id, duplicateKey: "again", at: Sample.noon)
            #expect(next.id == id && next.receipt.bytes == found?.receipt.bytes ?? Sample.receipt.bytes)
            #expect(scratch.names("seen").count == 2)
            acknowledged += run.acknowledged.count
            kept += found == nil ? 0 : 1
        }
        print("remember: \(crashes) crashes, \(acknowledged) acknowledged, \(kept - acknowledged) kept but not yet acknowledged")
        #expect(crashes > 10 && kept >= acknowledged)
    }

    @Test("A kill at any system call of a submission with three copies leaves all of them or none, and a repetition the same ones")
    func consign() throws {
        var (acknowledged, finished, lost, halves) = (0, 0, 0, 0)
        let crashes = try kill(["consign", "key"]) { _ in
        } check: { scratch, spool, run in
            let before = try spool.list(.ready)
            let promised = run.acknowledged.flatMap { $0.split(separator: " ").map(String.init) }
            if !before.isEmpty, before.count != 3 { halves += 1 }
            lost += Set(promised).subtracting(before.map(\.description)).count
            acknowledged += promised.count / 3
            finished += promised.isEmpty && !before.isEmpty ? 1 : 0
            let again = Consignment(
                body: Sample.body, envelopes: (0..<3).map { _ in Sample.envelope() }, key: "key", content: "content",
                record: Sample.submitted())
            switch try spool.submit(again) {
            case .stored: #expect(before.isEmpty)
            case .known(let copies): #expect(Set(copies.map(\.id)) == Set(before))
            case .otherContent: Issue.record("other content")
            }
            #expect(try spool.list(.ready).count == 3 && scratch.names("seen").count == 1)
        }
        print(
            "consign: \(crashes) crashes, \(acknowledged) acknowledged, \(lost) copies lost, \(halves) half, \(finished) committed before the crash and finished by recovery"
        )
        #expect(crashes > 30 && lost == 0 && halves == 0)
    }

    @Test("A kill at any system call of a delivery leaves the message to be tried again, or done")
    func deliver() throws {
        var done = 0
        let crashes = try kill(["deliver"]) {
            try expectSetUp($0.put(in: .ready).description.count == 26)
        } check: { _, spool, run in
            let (ready, finished) = (try spool.list(.ready), try spool.list(.done))
            #expect(ready.count + finished.count == 1)
            #expect(Set(run.acknowledged).isSubset(of: finished.map(\.description)))
            done += finished.count
            if let id = ready.first {
                #expect(try spool.claim(id, from: .ready))
                // Whole or not there: a request half written has another name.
                if let request = try spool.storedRequest(of: id, in: .inflight) {
                    #expect(request.content.length == 300_000)
                } else {
                    try spool.attach(.request, Sample.request, to: id, in: .inflight)
                }
                try spool.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Sample.noon, event: .delivered))
            } else if let id = finished.first {
                #expect(try spool.attachment(.receipt, of: id, in: .done)?.bytes == Array("receipt".utf8))
            }
        }
        print("deliver: \(crashes) crashes, \(done) ended in done")
        #expect(crashes > 20 && done > 0)
    }

    @Test("A kill at any system call of a second attempt keeps the first on record")
    func secondAttempt() throws {
        let crashes = try kill(["defer"]) { spool in
            let id = try spool.put(in: .deferred)
            try spool.move(id, from: .deferred, to: .ready, record: HistoryRecord(at: Sample.noon, event: .retried))
        } check: { _, spool, _ in
            let ids = try spool.list(.ready) + spool.list(.deferred)
            #expect(ids.count == 1)
            let history = try #require(try spool.entry(ids[0])?.history)
            #expect(history.prefix(3).map(\.event) == [.submitted, .deferred, .retried])
        }
        print("second attempt: \(crashes) crashes, no record lost")
    }

    @Test("A kill at any system call of recovery itself is mended by the next recovery")
    func recovery() throws {
        var message: MessageID?
        let crashes = try kill(["recover"]) { spool in
            _ = try spool.put(in: .inflight)
            guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { throw SpoolTestFault.noWay }
            message = entry.id
            rename("\(spool.root)/ready/\(entry.id)", "\(spool.root)/incoming/\(entry.id)")
            let leftover = try spool.put(in: .ready)
            rename("\(spool.root)/ready/\(leftover)", "\(spool.root)/incoming/\(leftover)")
        } check: { _, spool, _ in
            let ready = try spool.list(.ready)
            #expect(ready.count == 2)
            #expect(message.map(ready.contains) == true)
            for id in ready { #expect(try spool.entry(id)?.unknownOutcomes ?? 9 <= 1) }
        }
        print("recovery: \(crashes) crashes, all mended")
        #expect(crashes > 20)
    }
}
