import Foundation
import Spooling
import Testing

@Suite struct DeliveryMachineTests {
    private let refused = DeliveryFault(code: "EBMS:0004", reason: "other")
    private let unreachable = DeliveryFault(code: "connection-refused", reason: "connection refused")
    private let act = OperatorAct(actor: "anna", reason: "asked by phone")

    private func entry(_ state: SpoolState, _ history: [HistoryRecord] = [], expiresAt: Date? = nil) -> SpoolEntry {
        var envelope = Sample.envelope()
        envelope.expiresAt = expiresAt
        return SpoolEntry(id: envelope.id, state: state, envelope: envelope, history: [Sample.submitted()] + history)
    }

    private func machine(_ state: SpoolState, _ history: [HistoryRecord] = [], _ schedule: RetrySchedule = .standard) -> DeliveryMachine {
        DeliveryMachine(entry(state, history), schedule: schedule)
    }

    static let events: [DeliveryEvent] = [
        .attemptStarted, .transportFailure(DeliveryFault(code: "x"), isPermanent: false),
        .transportFailure(DeliveryFault(code: "x"), isPermanent: true),
        .refusedByPeer(DeliveryFault(code: "x"), isPermanent: false), .refusedByPeer(DeliveryFault(code: "x"), isPermanent: true),
        .answerMissing(DeliveryFault(code: "x")), .knownToPeer(DeliveryFault(code: "x"), isProven: false),
        .knownToPeer(DeliveryFault(code: "x"), isProven: true), .receiptAccepted, .receiptInvalid(DeliveryFault(code: "x")), .parked,
        .restartFound, .clock,
        .hold(OperatorAct(actor: "a")), .release(OperatorAct(actor: "a")), .retry(OperatorAct(actor: "a")),
        .cancel(OperatorAct(actor: "a")),
    ]

    @Test("Whatever happens in whatever state, a move is legal, a refused event changes nothing", arguments: SpoolState.allCases)
    func everything(state: SpoolState) throws {
        for event in Self.events {
            var machine = machine(state, [Sample.deferred(1)])
            let before = machine
            do throws(SpoolError) {
                let actions = try machine.apply(event, at: Sample.noon)
                for action in actions {
                    if case .move(let to, let record) = action {
                        #expect(state.leads(to: to) && record.from == state && record.to == to && machine.state == to)
                    }
                    if action == .claim { #expect(state.leads(to: .inflight) && machine.state == .inflight) }
                }
                if !actions.contains(where: { if case .scheduleAt = $0 { false } else { true } }) { #expect(machine.state == state) }
            } catch {
                #expect(error.code == .illegalTransition && machine == before)
            }
        }
    }

    @Test("Temporary failures defer by the schedule and end in failed, after exactly the schedule's attempts")
    func untilExpiry() throws {
        var machine = machine(.ready, [], .sdk)
        var now = Sample.noon
        for attempt in 1...5 {
            #expect(try machine.apply(.attemptStarted, at: now) == [.claim])
            #expect(machine.attempt == attempt)
            let actions = try machine.apply(.transportFailure(unreachable, isPermanent: false), at: now)
            guard case .move(let to, let record) = actions[0] else { return #expect(Bool(false)) }
            #expect(record.attempt == attempt && record.code == "connection-refused" && record.partner == "exempelkommun")
            if attempt < 5 {
                #expect(
                    to == .deferred && actions[1] == .scheduleAt(now.addingTimeInterval(720))
                        && record.nextTryAt == now.addingTimeInterval(720))
                now += 720
            } else {
                #expect(to == .failed && record.event == .expired && record.outcome == .permanentFailure && actions.count == 1)
            }
        }
    }

    @Test("A machine made again from the spool's history goes on where the last one stopped")
    func restartable() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let id = try spool.put(in: .ready)
        var (now, attempts) = (Sample.noon, 0)
        while let entry = try spool.entry(id), entry.state != .failed {
            var machine = DeliveryMachine(entry, schedule: .sdk)
            let event: DeliveryEvent = entry.state == .inflight ? .refusedByPeer(refused, isPermanent: false) : .attemptStarted
            for action in try machine.apply(event, at: now) {
                switch action {
                case .claim:
                    attempts += 1
                    #expect(try spool.claim(id, from: entry.state))
                case .move(let to, let record): try spool.move(id, from: entry.state, to: to, record: record)
                case .record(let record): try spool.append(record, to: id, in: machine.state)
                case .scheduleAt(let date): now = date
                }
            }
        }
        #expect(attempts == 5)
        let entry = try #require(try spool.entry(id))
        #expect(entry.attempts == 5 && entry.lastCode == "EBMS:0004" && entry.lastReason == "other")
        #expect(entry.history.compactMap(\.attempt) == [1, 2, 2, 3, 3, 4, 4, 5, 5])
    }

    @Test("A permanent failure or refusal fails at once; an invalid receipt is tried again")
    func permanent() throws {
        for event in [DeliveryEvent.transportFailure(refused, isPermanent: true), .refusedByPeer(refused, isPermanent: true)] {
            var machine = machine(.inflight)
            _ = try machine.apply(event, at: Sample.noon)
            #expect(machine.state == .failed)
        }
        var machine = machine(.inflight)
        _ = try machine.apply(.receiptInvalid(refused), at: Sample.noon)
        #expect(machine.state == .deferred)
    }

    @Test("A matching receipt is the only way to done")
    func done() throws {
        for (state, event) in SpoolState.allCases.flatMap({ state in Self.events.map { (state, $0) } }) {
            var machine = machine(state, [Sample.deferred(1)])
            guard (try? machine.apply(event, at: Sample.noon.addingTimeInterval(1e6))) != nil, machine.state == .done, state != .done else {
                continue
            }
            #expect(event == .receiptAccepted && (state == .inflight || state == .awaiting))
        }
    }

    @Test("A deferred message is claimed when due, and not before")
    func clock() throws {
        let due = Sample.noon.addingTimeInterval(60)
        var machine = machine(.deferred, [Sample.deferred(1, next: due)])
        #expect(try machine.apply(.clock, at: due.addingTimeInterval(-0.001)) == [.scheduleAt(due)])
        #expect(try machine.apply(.clock, at: due) == [.claim])
        #expect(machine.attempt == 2)
    }

    @Test(
        "A clock that jumps 400 days, or a daemon that was down, expires nothing that was not tried for so long",
        arguments: [-400.0, 3, 400])
    func clockJump(days: Double) throws {
        var machine = machine(.deferred, [Sample.deferred(1, next: Sample.noon.addingTimeInterval(60))])
        let now = Sample.noon.addingTimeInterval(days * 86_400)
        let actions = try machine.apply(.clock, at: now)
        if days > 0 {
            #expect(actions == [.claim])
            _ = try machine.apply(.transportFailure(unreachable, isPermanent: false), at: now)
            #expect(machine.state == .deferred)
        } else {
            guard case .scheduleAt(let date) = actions[0] else { return #expect(Bool(false)) }
            #expect(date.timeIntervalSince(now) <= 3_960)
        }
    }

    @Test("The envelope's own last useful date does count by the wall clock")
    func expiresAt() throws {
        let entry = entry(.deferred, [Sample.deferred(1)], expiresAt: Sample.noon.addingTimeInterval(100))
        var machine = DeliveryMachine(entry, schedule: .standard)
        _ = try machine.apply(.clock, at: Sample.noon.addingTimeInterval(101))
        #expect(machine.state == .failed)
    }

    @Test("An operator's retry starts the schedule anew, a hold and release do not")
    func operators() throws {
        let four = (1...4).map { Sample.deferred($0, next: Sample.noon.addingTimeInterval(720)) }
        let held = [HistoryRecord(at: Sample.noon, event: .held), HistoryRecord(at: Sample.noon, event: .released)]
        let retried = [HistoryRecord(at: Sample.noon, event: .retried)]
        #expect(machine(.ready, four + held, .sdk).failedAttempts == 4)
        #expect(machine(.ready, four + held, .sdk).triedFor == .seconds(4 * 720))
        #expect(machine(.ready, four + retried, .sdk).failedAttempts == 0 && machine(.ready, four + retried, .sdk).attempt == 4)
        var failed = machine(.failed, four, .sdk)
        guard case .move(.ready, let record) = try failed.apply(.retry(act), at: Sample.noon)[0] else { return #expect(Bool(false)) }
        #expect(record.actor == "anna" && record.reason == "asked by phone" && failed.failedAttempts == 0)
    }

    @Test("An attempt cut off by a restart goes back to ready, and to held after too many in a row")
    func restart() throws {
        var history: [HistoryRecord] = []
        for number in 1...5 {
            let found = entry(.inflight, history)
            var machine = DeliveryMachine(found, schedule: .standard)
            guard case .move(let to, let record) = try machine.apply(.restartFound, at: Sample.noon)[0] else { return #expect(Bool(false)) }
            #expect(record == DeliveryMachine.recovered(found, at: Sample.noon, mostUnknownOutcomes: 5))
            #expect(to == (number < 5 ? .ready : .held) && record.attempt == number && record.outcome == .unknown)
            history.append(record)
        }
        #expect(
            DeliveryMachine.recovered(entry(.inflight, history + [Sample.deferred(6)]), at: Sample.noon, mostUnknownOutcomes: 5).to
                == .ready)
    }

    @Test("No action carries content: records hold codes, times and the reason given")
    func fields() throws {
        var machine = machine(.inflight)
        guard case .move(_, let record) = try machine.apply(.transportFailure(unreachable, isPermanent: false), at: Sample.noon)[0] else {
            return #expect(Bool(false))
        }
        let json = try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(record)) as? [String: Any])
        #expect(Set(json.keys) == ["at", "event", "from", "to", "attempt", "partner", "outcome", "code", "reason", "next_try_at"])
    }
}
