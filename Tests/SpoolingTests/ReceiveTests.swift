import Foundation
import Glibc
import Spooling
import Synchronization
import Testing

@Suite struct ReceiveTests {
    let scratch = Scratch()

    @Test("The first of a key is stored with its receipt; every later one gets the same receipt and is not stored")
    func duplicate() throws {
        let spool = try scratch.spool()
        #expect(try spool.storedReceipt(duplicateKey: "a\u{0}b") == nil)
        guard case .stored(let entry) = try spool.receive(Sample.reception("a\u{0}b")) else { return #expect(Bool(false)) }
        #expect(entry.history.map(\.event) == [.received])
        #expect(try spool.attachment(.receipt, of: entry.id, in: .ready) == Sample.receipt)
        for _ in 0..<3 {
            #expect(try spool.receive(Sample.reception("a\u{0}b")) == .duplicate(id: entry.id, receipt: Sample.receipt))
        }
        let stored = try #require(try spool.storedReceipt(duplicateKey: "a\u{0}b"))
        #expect(stored.id == entry.id && stored.receipt == Sample.receipt)
        #expect(try spool.list(.ready) == [entry.id] && scratch.names("incoming").isEmpty)
    }

    @Test("A duplicate is known in every state the message may reach, after reopening, and after its removal")
    func duplicateLater() throws {
        let spool = try scratch.spool()
        guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
        #expect(try spool.claim(entry.id, from: .ready))
        try spool.move(entry.id, from: .inflight, to: .done, record: HistoryRecord(at: Sample.noon, event: .handedOver))
        let again = try Spool(root: scratch.root)
        #expect(try again.storedReceipt(duplicateKey: "k")?.id == entry.id)
        let policy = RetentionPolicy(doneAge: .seconds(60), retryHorizon: .seconds(1_000))
        #expect(try again.purge(policy, now: Sample.noon.addingTimeInterval(120)).messages == [entry.id])
        #expect(try again.storedReceipt(duplicateKey: "k")?.receipt == Sample.receipt)
    }

    @Test(
        "Foreign keys never become file names, and unlike keys are kept apart",
        arguments: [["../x", "..", "/etc/passwd", "a/b", "A", "a", "å", "a\u{30A}", ""]])
    func hostileKeys(keys: [String]) throws {
        let spool = try scratch.spool()
        for key in keys { #expect(try spool.storedReceipt(duplicateKey: key) == nil) }
        for key in keys { _ = try spool.receive(Sample.reception(key)) }
        #expect(scratch.names("seen").count == keys.count)
        #expect(scratch.names("seen").allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
        #expect(try spool.list(.ready).count == keys.count)
    }

    @Test("Of eight receptions of one key at once, exactly one is stored and all get its receipt")
    func concurrent() throws {
        let spool = try scratch.spool()
        for round in 0..<20 {
            let outcomes = Mutex<[ReceiveOutcome]>([])
            Threads.run(8) { _ in
                guard let outcome = try? spool.receive(Sample.reception("key \(round)")) else { return }
                outcomes.withLock { $0.append(outcome) }
            }
            let all = outcomes.withLock { $0 }
            let stored = all.compactMap { if case .stored(let entry) = $0 { entry.id } else { nil } }
            #expect(all.count == 8 && stored.count == 1)
            #expect(
                all.allSatisfy {
                    if case .duplicate(let id, let receipt) = $0 { id == stored.first && receipt == Sample.receipt } else { true }
                })
        }
        #expect(try spool.list(.ready).count == 20 && scratch.names("incoming").isEmpty && scratch.names("seen").count == 20)
    }

    @Test("A further receipt is known under its own key, the first one stays as it was, and a leftover of one is removed at the next start")
    func remembered() throws {
        let spool = try scratch.spool()
        guard case .stored(let entry) = try spool.receive(Sample.reception("first")) else { return #expect(Bool(false)) }
        let other = StoredReceipt(contentType: "application/soap+xml", bytes: Array("<other/>".utf8))
        let kept = try spool.remember(other, of: entry.id, duplicateKey: "again", at: Sample.noon)
        #expect(kept.id == entry.id && kept.receipt == other)
        #expect(try spool.remember(Sample.receipt, of: entry.id, duplicateKey: "again", at: Sample.noon).receipt == other)
        #expect(try spool.remember(other, of: entry.id, duplicateKey: "first", at: Sample.noon).receipt == Sample.receipt)
        let again = try Spool(root: scratch.root)
        #expect(try again.storedReceipt(duplicateKey: "again")?.receipt == other)
        #expect(try again.receive(Sample.reception("again")) == .duplicate(id: entry.id, receipt: other))
        try scratch.write([1], "\(scratch.root)/incoming/receipt-1-2")
        #expect(try again.recover(at: Sample.noon, holding: try again.lock()).removed == ["receipt-1-2"])
    }

    @Test("A damaged stored receipt is not sent")
    func damagedReceipt() throws {
        let spool = try scratch.spool()
        _ = try spool.receive(Sample.reception("k"))
        let path = "\(scratch.root)/seen/\(scratch.names("seen")[0])"
        var bytes = try scratch.read(path)
        bytes[bytes.count - 3] ^= 4
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: bytes)
        try file.close()
        let error = #expect(throws: SpoolError.self) { try spool.receive(Sample.reception("k")) }
        #expect(error?.code == .corrupt && error?.isTemporary == false)
    }
}
