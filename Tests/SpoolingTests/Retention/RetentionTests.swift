import Foundation
import Glibc
import Spooling
import Testing

@Suite struct RetentionTests {
    let scratch = Scratch()

    @Test("Nothing but done, and cancelled where asked, is ever removed, however old", arguments: SpoolState.allCases)
    func decision(state: SpoolState) {
        let century = Sample.noon.addingTimeInterval(100 * 366 * 86_400)
        let both = RetentionPolicy(doneAge: .seconds(1), cancelledAge: .seconds(1), retryHorizon: .seconds(1))
        let neither = RetentionPolicy(doneAge: nil, retryHorizon: .seconds(1))
        #expect(both.removes(state, lastChange: Sample.noon, now: century) == (state == .done || state == .cancelled))
        #expect(!neither.removes(state, lastChange: Sample.noon, now: century))
    }

    @Test("An age counts to the instant, and a clock set back removes nothing")
    func age() {
        let policy = RetentionPolicy(doneAge: .seconds(3_600), retryHorizon: .zero)
        #expect(!policy.removes(.done, lastChange: Sample.noon, now: Sample.noon.addingTimeInterval(3_599)))
        #expect(policy.removes(.done, lastChange: Sample.noon, now: Sample.noon.addingTimeInterval(3_600)))
        #expect(!policy.removes(.done, lastChange: Sample.noon, now: Sample.noon.addingTimeInterval(-1e9)))
    }

    @Test("Duplicate records are kept at least twice the retry horizon, and as long as their message")
    func seenAge() {
        let policy = RetentionPolicy(doneAge: nil, seenAge: .seconds(10), retryHorizon: RetrySchedule.sdk.horizon)
        #expect(policy.seenAge == .seconds(2 * 4 * 720))
        let late = Sample.noon.addingTimeInterval(1e9)
        #expect(policy.removesSeen(receivedAt: Sample.noon, isMessageStored: false, now: late))
        #expect(!policy.removesSeen(receivedAt: Sample.noon, isMessageStored: true, now: late))
        #expect(!policy.removesSeen(receivedAt: Sample.noon, isMessageStored: false, now: Sample.noon.addingTimeInterval(5_759)))
    }

    @Test("A purge removes the old done messages, and their duplicate records later, and leaves everything else")
    func purge() throws {
        let spool = try scratch.spool()
        var kept: [SpoolState: MessageID] = [:]
        for state in [SpoolState.ready, .deferred, .held, .awaiting, .failed, .cancelled] { kept[state] = try spool.put(in: state) }
        guard case .stored(let entry) = try spool.receive(Sample.reception("k")) else { return #expect(Bool(false)) }
        #expect(try spool.claim(entry.id, from: .ready))
        try spool.move(
            entry.id, from: .inflight, to: .done, record: HistoryRecord(at: Sample.noon.addingTimeInterval(100), event: .handedOver))
        let policy = RetentionPolicy(doneAge: .seconds(1_000), retryHorizon: .seconds(1_000))
        #expect(try spool.purge(policy, now: Sample.noon.addingTimeInterval(1_050)) == PurgeReport())
        let first = try spool.purge(policy, now: Sample.noon.addingTimeInterval(1_100))
        #expect(first.messages == [entry.id] && first.seen == 0)
        #expect(try spool.entry(entry.id) == nil)
        #expect(try spool.storedReceipt(duplicateKey: "k")?.receipt == Sample.receipt)
        let second = try spool.purge(policy, now: Sample.noon.addingTimeInterval(2_000))
        #expect(second.messages.isEmpty && second.seen == 1)
        #expect(try spool.storedReceipt(duplicateKey: "k") == nil)
        for (state, id) in kept { #expect(try spool.places(of: id) == [state]) }
        #expect(scratch.names("incoming").isEmpty)
    }

    @Test("A purge takes at most its limit")
    func limit() throws {
        let spool = try scratch.spool()
        for _ in 0..<5 { _ = try spool.put(in: .done) }
        let policy = RetentionPolicy(doneAge: .zero, retryHorizon: .zero)
        let later = Sample.noon.addingTimeInterval(10)
        #expect(try spool.purge(policy, now: later, limit: 3).messages.count == 3)
        #expect(try spool.list(.done).count == 2)
    }

    @Test("A damaged message in done is not removed")
    func damaged() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .done)
        truncate(scratch.file(.done, id, "envelope.json"), 10)
        let policy = RetentionPolicy(doneAge: .zero, retryHorizon: .zero)
        #expect(try spool.purge(policy, now: Sample.noon.addingTimeInterval(10)) == PurgeReport())
        #expect(try spool.places(of: id) == [.done])
    }
}
