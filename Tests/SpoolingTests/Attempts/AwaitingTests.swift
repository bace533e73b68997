import Foundation
import Spooling
import Testing

/// What becomes of a message whose request was written whole and whose receipt did not come.
@Suite("Awaiting a receipt") struct AwaitingTests {
    private static let noAnswer = DeliveryFault(code: "G012", reason: "60 s")
    private static let duplicate = DeliveryFault(code: "EBMS:0004")
    private static let act = OperatorAct(actor: "anna", reason: "asked by phone")

    private func machine(_ state: SpoolState, _ history: [HistoryRecord], _ schedule: RetrySchedule = .sdk) -> DeliveryMachine {
        let envelope = Sample.envelope()
        let entry = SpoolEntry(id: envelope.id, state: state, envelope: envelope, history: [Sample.submitted()] + history)
        return DeliveryMachine(entry, schedule: schedule)
    }

    /// The record of a move, with the state it leads to.
    private func moved(_ actions: [DeliveryAction]) throws -> HistoryRecord {
        guard case .move(_, let record) = actions.first else { throw SpoolTestFault.noWay }
        return record
    }

    private func sent(_ attempt: Int, at time: Date = Sample.noon) throws -> HistoryRecord {
        var machine = machine(.inflight, [])
        var record = try moved(try machine.apply(.answerMissing(Self.noAnswer), at: time))
        record.attempt = attempt
        return record
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let event: DeliveryEvent
        let wasSentBefore: Bool
        let to: SpoolState
        let recorded: HistoryRecord.Event
        let outcome: HistoryRecord.Outcome
        let code: String
    }

    @Test(
        "Where a message goes after an attempt without a receipt",
        arguments: [
            Case(
                testDescription: "written whole, no answer", event: .answerMissing(noAnswer), wasSentBefore: false, to: .awaiting,
                recorded: .sent, outcome: .unknown, code: "G012"),
            Case(
                testDescription: "not written whole", event: .transportFailure(noAnswer, isPermanent: false), wasSentBefore: true,
                to: .deferred, recorded: .deferred, outcome: .temporaryFailure, code: "G012"),
            Case(
                testDescription: "the peer says that it has it, and an earlier attempt was written whole",
                event: .knownToPeer(duplicate, isProven: false), wasSentBefore: true, to: .awaiting, recorded: .sent, outcome: .accepted,
                code: "Q006"),
            Case(
                testDescription: "the peer says so, unsigned, and nothing was written whole before",
                event: .knownToPeer(duplicate, isProven: false), wasSentBefore: false, to: .deferred, recorded: .deferred,
                outcome: .temporaryFailure, code: "EBMS:0004"),
            Case(
                testDescription: "the peer says so over its signature", event: .knownToPeer(duplicate, isProven: true),
                wasSentBefore: false, to: .awaiting, recorded: .sent, outcome: .accepted, code: "Q006"),
            Case(
                testDescription: "refused for now", event: .refusedByPeer(duplicate, isPermanent: false), wasSentBefore: true,
                to: .deferred, recorded: .deferred, outcome: .temporaryFailure, code: "EBMS:0004"),
        ])
    func table(row: Case) throws {
        var machine = machine(.inflight, row.wasSentBefore ? [try sent(1)] : [])
        let actions = try machine.apply(row.event, at: Sample.noon)
        let record = try moved(actions)
        #expect(machine.state == row.to && record.to == row.to && record.from == .inflight)
        #expect(record.event == row.recorded && record.outcome == row.outcome && record.code == row.code)
        // No later than the schedule would have had it anyway.
        let next = Sample.noon.addingTimeInterval(720)
        #expect(record.nextTryAt == next && actions.last == .scheduleAt(next) && machine.dueAt == next)
    }

    @Test("At the limit, and not before, the message is deferred and due at once; the attempt counts once")
    func limit() throws {
        let record = try sent(1)
        let limit = try #require(record.nextTryAt)
        var waiting = machine(.awaiting, [record])
        #expect(try waiting.apply(.clock, at: limit.addingTimeInterval(-1)) == [.scheduleAt(limit)])
        #expect(waiting.state == .awaiting)
        let end = try moved(try waiting.apply(.clock, at: limit))
        #expect(waiting.state == .deferred && end.code == "Q002" && end.nextTryAt == limit && end.attempt == nil && end.outcome == nil)
        var again = machine(.deferred, [record, end])
        #expect(again.failedAttempts == 1 && again.triedFor == .seconds(720) && again.attempt == 1)
        #expect(try again.apply(.clock, at: limit) == [.claim])
        #expect(again.attempt == 2)
    }

    @Test(
        "Five silent attempts end the schedule like any other five, and the end says what is known of the partner",
        arguments: [false, true])
    func expiry(isKnown: Bool) throws {
        var history: [HistoryRecord] = []
        var now = Sample.noon
        for attempt in 1...5 {
            var machine = machine(.inflight, history)
            let event: DeliveryEvent =
                isKnown && attempt > 1 ? .knownToPeer(Self.duplicate, isProven: false) : .answerMissing(Self.noAnswer)
            let record = try moved(try machine.apply(event, at: now))
            history.append(record)
            guard attempt < 5 else {
                #expect(machine.state == .failed && record.event == .expired)
                #expect(record.code == (isKnown ? "Q006" : "G012") && record.reason == (isKnown ? "EBMS:0004" : "60 s"))
                return
            }
            #expect(machine.state == .awaiting)
            now = try #require(record.nextTryAt)
            var waiting = self.machine(.awaiting, history)
            history.append(try moved(try waiting.apply(.clock, at: now)))
        }
    }

    @Test("A receipt that comes while it is waited for ends the wait, and an operator may retry, hold or cancel")
    func ends() throws {
        let rows: [(DeliveryEvent, SpoolState)] = [
            (.receiptAccepted, .done), (.retry(Self.act), .ready), (.hold(Self.act), .held), (.cancel(Self.act), .cancelled),
        ]
        for (event, to) in rows {
            var machine = machine(.awaiting, [try sent(1)])
            _ = try machine.apply(event, at: Sample.noon)
            #expect(machine.state == to)
        }
    }

    @Test("Silence is no sign of a message that crashes the daemon")
    func poison() throws {
        let entry = SpoolEntry(
            id: Sample.id(), state: .inflight, envelope: Sample.envelope(),
            history: [Sample.submitted()] + (try (1...6).map { try sent($0) }))
        #expect(entry.unknownOutcomes == 0)
        #expect(DeliveryMachine.recovered(entry, at: Sample.noon, mostUnknownOutcomes: 2).to == .ready)
    }

    @Test("The wait survives the spool: what was written is read back with its limit")
    func stored() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let id = try spool.put(in: .inflight)
        try spool.move(id, from: .inflight, to: .awaiting, record: try sent(1))
        let entry = try #require(try spool.entry(id))
        var machine = DeliveryMachine(entry, schedule: .sdk)
        let limit = try #require(entry.nextTryAt)
        #expect(entry.state == .awaiting && machine.dueAt == limit && machine.failedAttempts == 1)
        _ = try machine.apply(.clock, at: limit)
        #expect(machine.state == .deferred)
    }
}
