import Foundation
import Glibc
import Spooling
import Testing

/// Lets the N-th sync, write, close or rename of an operation fail and looks at what was promised.
@Suite(.serialized, .enabled(if: Exerciser.canTrace)) struct FailedCallTests {
    static let calls = ["write", "fsync", "close", "renameat2", "renameat", "linkat", "mkdirat", "fchmod"]

    private struct Trial {
        let scratch: Scratch
        let spool: Spool
        let run: Exerciser.Run
        let point: String
    }

    private func fail(_ verb: [String], _ error: String, prepare: (Spool) throws -> Void, check: (Trial) throws -> Void) throws -> Int {
        let rehearsal = Scratch(inMemory: !Exerciser.runsEverything)
        try prepare(try rehearsal.spool())
        let ranges = Exerciser.calls([verb[0], rehearsal.root] + verb.dropFirst(), Self.calls, in: rehearsal)
        let points = ranges.sorted { $0.key < $1.key }.flatMap { call, range in range.map { (call, $0) } }
        var failures = 0
        for (call, number) in points {
            let scratch = Scratch(inMemory: !Exerciser.runsEverything)
            let spool = try scratch.spool()
            try prepare(spool)
            let arguments = [verb[0], scratch.root] + verb.dropFirst()
            let run = Exerciser.run(arguments, strace: ["-e", "inject=\(call):error=\(error):when=\(number)"])
            if run.output.contains("ERROR P") { failures += 1 }
            _ = try spool.recover(at: Sample.noon, holding: try spool.lock())
            #expect(try spool.recover(at: Sample.noon, holding: try spool.lock()).isClean)
            for state in SpoolState.allCases { for id in try spool.list(state) { try spool.verify(id, in: state) } }
            #expect(scratch.names("incoming").isEmpty && scratch.names("corrupt").isEmpty)
            try check(Trial(scratch: scratch, spool: spool, run: run, point: "\(call) \(number)"))
        }
        return failures
    }

    @Test(
        "A failed call in a submission with three copies: no acknowledgement and no copy, or an acknowledgement and all of them",
        arguments: ["EIO", "ENOSPC", "EROFS"])
    func consign(error: String) throws {
        let failures = try fail(["consign", "key"], error) { _ in
        } check: { trial in
            let ready = Set(try trial.spool.list(.ready).map(\.description))
            if trial.run.output.contains("ERROR P") {
                #expect(trial.run.acknowledged.isEmpty && ready.isEmpty, "\(trial.point)")
            } else {
                let promised = trial.run.acknowledged.first.map { Set($0.split(separator: " ").map(String.init)) }
                #expect(ready.count == 3 && (promised == ready || trial.run.status == 3), "\(trial.point)")
            }
        }
        print("consign with \(error): \(failures) failures, no copy of a refused submission left")
        #expect(failures > 15)
    }

    @Test(
        "A failed call while a further receipt is kept: no acknowledgement and no record, or both", arguments: ["EIO", "ENOSPC", "EROFS"])
    func remember(error: String) throws {
        let failures = try fail(["remember", "again"], error) { spool in
            guard case .stored = try spool.receive(Sample.reception("first")) else { throw SpoolTestFault.noWay }
        } check: { trial in
            let isKept = try trial.spool.storedReceipt(duplicateKey: "again") != nil
            #expect(isKept == !trial.run.output.contains("ERROR P"), "\(trial.point)")
            #expect(try trial.spool.storedReceipt(duplicateKey: "first")?.receipt == Sample.receipt)
        }
        print("remember with \(error): \(failures) failures, no record of a receipt that was not given")
        #expect(failures > 3)
    }

    @Test(
        "A failed call in a submission: no acknowledgement and no message, or an acknowledgement and the message",
        arguments: ["EIO", "ENOSPC", "EROFS"])
    func submit(error: String) throws {
        let failures = try fail(["submit"], error) { _ in
        } check: { trial in
            let ready = try trial.spool.list(.ready).map(\.description)
            if trial.run.output.contains("ERROR P") {
                #expect(trial.run.acknowledged.isEmpty && ready.isEmpty, "\(trial.point)")
                // A folder that could not be synced is no mere lack of space.
                let code = error == "ENOSPC" && !trial.run.output.contains("sync: ") ? "P009" : "P00[89]"
                #expect(trial.run.output.contains(try Regex(error == "ENOSPC" ? code : "P008")), "\(trial.point): \(trial.run.output)")
            } else {
                #expect(trial.run.acknowledged == ready || trial.run.status == 3, "\(trial.point)")
            }
        }
        print("submit, \(error): \(failures) failed calls, no false acknowledgement")
        #expect(failures >= 12)
    }

    @Test("A failed call in a reception: no receipt, and the sender's next try is stored once", arguments: ["EIO", "ENOSPC"])
    func receive(error: String) throws {
        let failures = try fail(["receive", "key"], error) { _ in
        } check: { trial in
            let outcome = try trial.spool.receive(Sample.reception("key"))
            if case .duplicate(let id, _) = outcome, !trial.run.acknowledged.isEmpty { #expect(trial.run.acknowledged == [id.description]) }
            if !trial.run.acknowledged.isEmpty {
                #expect(outcome != .stored(try #require(try trial.spool.entry(try trial.spool.list(.ready)[0]))))
            }
            #expect(try trial.spool.list(.ready).count == 1, "\(trial.point)")
            #expect(trial.scratch.names("seen").count == 1, "\(trial.point)")
        }
        print("receive, \(error): \(failures) failed calls, no false receipt, none doubled")
        #expect(failures >= 14)
    }

    @Test("A failed call in a delivery: the message is tried again or done, never lost", arguments: ["EIO", "ENOSPC"])
    func deliver(error: String) throws {
        let failures = try fail(["deliver"], error) {
            try expectSetUp($0.put(in: .ready).description.count == 26)
        } check: { trial in
            let (ready, done) = (try trial.spool.list(.ready), try trial.spool.list(.done))
            #expect(ready.count + done.count == 1, "\(trial.point)")
            if !trial.run.acknowledged.isEmpty { #expect(done.map(\.description) == trial.run.acknowledged) }
        }
        print("deliver, \(error): \(failures) failed calls, none lost")
        #expect(failures >= 12)
    }

    @Test("A failed call is not made again on the same file", arguments: ["fsync", "write", "close"])
    func noRetry(call: String) throws {
        let rehearsal = Scratch(inMemory: !Exerciser.runsEverything)
        _ = try rehearsal.spool()
        let ranges = Exerciser.calls(["submit", rehearsal.root], [call, "write"], in: rehearsal)
        for number in try #require(ranges[call]) {
            let scratch = Scratch()
            _ = try scratch.spool()
            let log = scratch.path + "/trace"
            let filter = ["-y", "-e", "trace=fsync,write,close", "-e", "inject=\(call):error=EIO:when=\(number)"]
            let trace = Exerciser.run(["submit", scratch.root], strace: filter, log: log).trace
            guard let failed = trace.firstIndex(where: { $0.contains("(INJECTED)") }), trace[failed].contains("/spool/") else { continue }
            let path = try #require(trace[failed].split(separator: "<").dropFirst().first?.split(separator: ">").first.map(String.init))
            #expect(!trace[(failed + 1)...].contains { $0.contains("<\(path)>") && Exerciser.call($0) != "close" }, "\(trace[failed])")
        }
    }
}

@Suite(.serialized, .enabled(if: Exerciser.canTrace)) struct DurableOrderTests {
    /// The calls of the work itself, each with the paths behind its descriptors, from BEGIN to the acknowledgement.
    private func trace(_ arguments: [String], _ scratch: Scratch) -> [String] {
        let names = "trace=write,fsync,close,mkdirat,renameat2,renameat,linkat,unlinkat,openat"
        let lines = Exerciser.run(arguments, strace: ["-y", "-e", names], log: scratch.path + "/trace").trace
        guard let begin = lines.firstIndex(where: { $0.contains("BEGIN") }), let end = lines.firstIndex(where: { $0.contains("\"ACK") })
        else { return [] }
        return lines[(begin + 1)...end].filter { $0.contains(scratch.root) || $0.contains("ACK") }
    }

    /// Each pattern occurs, and in this order.
    private func expectOrder(_ trace: [String], _ patterns: [(call: String, path: String)]) {
        var rest = trace[...]
        for pattern in patterns {
            guard let index = rest.firstIndex(where: { Exerciser.call($0) == pattern.call && $0.contains(pattern.path) }) else {
                Issue.record("no \(pattern.call) of \(pattern.path) in its place:\n\(trace.joined(separator: "\n"))")
                return
            }
            rest = rest[(index + 1)...]
        }
    }

    private func count(_ trace: [String]) -> Int { trace.filter { Exerciser.call($0) == "fsync" }.count }

    @Test("A submission is acknowledged after files, folder, rename and both state folders are synced, with five syncs")
    func submit() {
        let scratch = Scratch()
        _ = try? scratch.spool()
        let trace = trace(["submit", scratch.root], scratch)
        for file in ["message.xml", "envelope.json"] {
            expectOrder(
                trace,
                [
                    ("mkdirat", "incoming"), ("write", file), ("fsync", file), ("close", file), ("fsync", "/incoming/"),
                    ("renameat2", "RENAME_NOREPLACE"),
                ])
        }
        expectOrder(
            trace, [("renameat2", "/ready>"), ("fsync", "/ready>"), ("fsync", "/incoming>"), ("close", "/ready/"), ("write", "ACK")])
        #expect(count(trace) == 5)
    }

    @Test("A reception links its record after the files are synced and renames after the record is synced, with eight syncs")
    func receive() {
        let scratch = Scratch()
        _ = try? scratch.spool()
        let trace = trace(["receive", scratch.root, "k"], scratch)
        for file in ["bilaga-1", "message.xml", "envelope.json", "receipt.as4"] {
            expectOrder(trace, [("fsync", file), ("close", file), ("linkat", "/seen>"), ("fsync", "/seen>")])
        }
        expectOrder(
            trace,
            [
                ("linkat", "/seen>"), ("fsync", "/seen>"), ("renameat2", "/ready>"), ("fsync", "/ready>"), ("fsync", "/incoming>"),
                ("write", "ACK"),
            ])
        #expect(count(trace) == 8)
    }

    @Test("A move records first, renames second, and syncs the target before the source; an attachment appears whole")
    func deliver() throws {
        let scratch = Scratch()
        _ = try scratch.spool().put(in: .ready)
        let trace = trace(["deliver", scratch.root], scratch)
        expectOrder(
            trace,
            [
                ("renameat2", "/inflight>"), ("fsync", "request.as4.new"), ("renameat2", "request.as4"), ("fsync", "/inflight/"),
                ("write", "history.jsonl"), ("fsync", "history.jsonl"), ("renameat2", "/done>"), ("fsync", "/done>"),
                ("fsync", "/inflight>"),
                ("close", "/done/"), ("write", "ACK"),
            ])
        #expect(count(trace) == 7)
    }
}
