import FoundationEssentials

/// What becomes of one message on its way out. Pure: events and times in, actions out; it knows no disk, no socket and no clock.
///
/// | state | event | becomes |
/// |---|---|---|
/// | ready, deferred | attempt started | inflight (claimed) |
/// | inflight | temporary failure, refusal for now, invalid receipt | deferred, or failed when the schedule expires |
/// | inflight | permanent failure or refusal | failed |
/// | inflight | written whole, no receipt | awaiting until the schedule's next try, or failed when the schedule expires |
/// | inflight | the peer has had it before | the same, when that is proven or an earlier attempt was written whole; else deferred |
/// | inflight | receipt accepted | done |
/// | inflight | parked | ready |
/// | inflight | found at restart | ready, or held after too many in a row |
/// | awaiting | receipt accepted | done |
/// | awaiting | refusal | failed or deferred, as from inflight |
/// | awaiting | clock at the limit | deferred, due at once |
/// | deferred | clock at the due time | inflight (claimed) |
/// | ready, deferred, awaiting | hold, cancel | held, cancelled |
/// | held | release, cancel | ready, cancelled |
/// | deferred, awaiting, failed | retry | ready, the schedule starts anew |
/// | failed | cancel | cancelled |
///
/// Age for the schedule is the sum of the delays planned since the first try, not the wall clock: a clock that jumps, or a daemon that was
/// down, expires nothing. `expiresAt` of the envelope is a date of the world and does count by the wall clock.
package struct DeliveryMachine: Sendable, Equatable {
    /// Where the message lies.
    package private(set) var state: SpoolState
    /// The number of the running or newest attempt, from 1; 0 before the first.
    package private(set) var attempt: Int
    /// Failed attempts that count for the schedule: since the first, or since an operator's retry.
    package private(set) var failedAttempts: Int
    /// How long it has been tried, by the delays planned.
    package private(set) var triedFor: Duration
    /// When the clock matters next.
    package private(set) var dueAt: Date?
    /// Held instead of tried again after this many attempts in a row that ended with the daemon itself.
    package var mostUnknownOutcomes = 5

    private let entry: SpoolEntry
    private let schedule: RetrySchedule
    private var unknownOutcomes: Int
    /// Whether an attempt before this one is on record as written whole.
    private let wasWrittenWhole: Bool

    /// The machine of a message as the spool holds it: all it needs is in the history.
    package init(_ entry: SpoolEntry, schedule: RetrySchedule) {
        self.entry = entry
        self.schedule = schedule
        state = entry.state
        attempt = entry.state == .inflight ? entry.currentAttempt : entry.attempts
        unknownOutcomes = entry.unknownOutcomes
        dueAt = entry.nextTryAt
        let counted = entry.history.suffix(while: { $0.event != .retried })
        wasWrittenWhole = entry.history.contains { $0.event == .sent }
        failedAttempts = counted.filter { [.temporaryFailure, .unknown, .accepted].contains($0.outcome) }.count
        triedFor = counted.reduce(.zero) { sum, record in
            guard [.deferred, .sent].contains(record.event), let next = record.nextTryAt else { return sum }
            return sum + .seconds(max(0, next.timeIntervalSince(record.at)))
        }
    }

    /// Takes one event. `random` (0 ..< 1) is used where a retry is planned.
    ///
    /// - Throws: ``SpoolError`` P007 when the event means nothing in this state; the machine is unchanged then.
    package mutating func apply(_ event: DeliveryEvent, at now: Date, random: Double = 0.5) throws(SpoolError) -> [DeliveryAction] {
        switch (state, event) {
        case (.ready, .attemptStarted), (.deferred, .attemptStarted): return claim()
        case (.inflight, .transportFailure(let fault, let isPermanent)), (.inflight, .refusedByPeer(let fault, let isPermanent)),
            (.awaiting, .refusedByPeer(let fault, let isPermanent)):
            return isPermanent ? fail(fault, now) : retryLater(fault, now, random)
        case (.inflight, .receiptInvalid(let fault)): return retryLater(fault, now, random)
        case (.inflight, .answerMissing(let fault)): return awaitReceipt(fault, .unknown, now, random)
        case (.inflight, .knownToPeer(let fault, let isProven)):
            guard isProven || wasWrittenWhole else { return retryLater(fault, now, random) }
            let taken = DeliveryFault(code: DeliveryCode.receiptLost.rawValue, reason: fault.code)
            return awaitReceipt(taken, .accepted, now, random)
        case (.inflight, .receiptAccepted), (.awaiting, .receiptAccepted): return deliver(now)
        case (.inflight, .parked): return move(to: .ready, record(.parked, now))
        case (.inflight, .restartFound): return restart(now)
        case (.awaiting, .clock), (.deferred, .clock), (.ready, .clock): return tick(now)
        case (.ready, .hold(let act)), (.deferred, .hold(let act)), (.awaiting, .hold(let act)): return operate(.held, to: .held, act, now)
        case (.held, .release(let act)): return operate(.released, to: .ready, act, now)
        case (.deferred, .retry(let act)), (.awaiting, .retry(let act)), (.failed, .retry(let act)):
            return operate(.retried, to: .ready, act, now)
        case (.ready, .cancel(let act)), (.deferred, .cancel(let act)), (.awaiting, .cancel(let act)), (.held, .cancel(let act)),
            (.failed, .cancel(let act)):
            return operate(.cancelled, to: .cancelled, act, now)
        default: throw SpoolError(.illegalTransition, SpoolPlace(folder: state.rawValue, id: entry.id), detail: "event")
        }
    }

    /// The record that ends an attempt a crash cut off, as recovery writes it: back to `ready`, or to `held` when `mostUnknownOutcomes` in a
    /// row ended so (0 and less: never held).
    package static func recovered(_ entry: SpoolEntry, at now: Date, mostUnknownOutcomes most: Int) -> HistoryRecord {
        recovered(attempt: entry.currentAttempt, before: entry.unknownOutcomes, at: now, most)
    }
}

extension DeliveryMachine {
    private static func recovered(attempt: Int, before: Int, at now: Date, _ most: Int) -> HistoryRecord {
        let isPoison = most > 0 && before + 1 >= most
        return HistoryRecord(at: now, event: .recovered) {
            $0.from = .inflight
            $0.to = isPoison ? .held : .ready
            $0.attempt = attempt
            $0.outcome = .unknown
            $0.code = (isPoison ? DeliveryCode.cutOffTooOften : .cutOff).rawValue
            if isPoison { $0.reason = "\(before + 1)" }
        }
    }

    private func record(_ event: HistoryRecord.Event, _ now: Date, _ fill: (inout HistoryRecord) -> Void = { _ in }) -> HistoryRecord {
        HistoryRecord(at: now, event: event) {
            $0.partner = entry.envelope.partner
            fill(&$0)
        }
    }

    private mutating func move(to target: SpoolState, _ record: HistoryRecord, dueAt: Date? = nil) -> [DeliveryAction] {
        var record = record
        (record.from, record.to) = (state, target)
        state = target
        self.dueAt = dueAt
        return [.move(to: target, record: record)] + (dueAt.map { [.scheduleAt($0)] } ?? [])
    }

    private mutating func claim() -> [DeliveryAction] {
        state = .inflight
        attempt += 1
        dueAt = nil
        return [.claim]
    }

    private mutating func deliver(_ now: Date) -> [DeliveryAction] {
        unknownOutcomes = 0
        let attempt = attempt
        return move(to: .done, record(.delivered, now) { ($0.attempt, $0.outcome) = (attempt, .delivered) })
    }

    /// The receipt may come until the next try, which is when the schedule has it: to wait longer would only make the message late.
    private mutating func awaitReceipt(
        _ fault: DeliveryFault, _ outcome: HistoryRecord.Outcome, _ now: Date, _ random: Double
    ) -> [DeliveryAction] {
        guard let limit = nextTry(now, random) else { return fail(fault, now, .expired) }
        let attempt = attempt
        let record = record(.sent, now) {
            ($0.attempt, $0.outcome, $0.code, $0.reason, $0.nextTryAt) = (attempt, outcome, fault.code, fault.reason, limit)
        }
        return move(to: .awaiting, record, dueAt: limit)
    }

    /// When a failed attempt is followed by another; nil when the schedule, or the message's own date, has an end.
    private mutating func nextTry(_ now: Date, _ random: Double) -> Date? {
        unknownOutcomes = 0
        failedAttempts += 1
        let decision = schedule.decision(failedAttempts: failedAttempts, age: triedFor, random: random)
        guard case .retry(let delay) = decision, !isPastUse(now) else { return nil }
        triedFor += delay
        return now.later(delay).onMillisecond
    }

    private mutating func fail(_ fault: DeliveryFault, _ now: Date, _ event: HistoryRecord.Event = .failed) -> [DeliveryAction] {
        let attempt = attempt
        return move(
            to: .failed,
            record(event, now) {
                if attempt > 0 { $0.attempt = attempt }
                ($0.outcome, $0.code, $0.reason) = (.permanentFailure, fault.code, fault.reason)
            })
    }

    private mutating func retryLater(_ fault: DeliveryFault, _ now: Date, _ random: Double) -> [DeliveryAction] {
        guard let next = nextTry(now, random) else { return fail(fault, now, .expired) }
        let attempt = attempt
        let record = record(.deferred, now) {
            ($0.attempt, $0.outcome, $0.code, $0.reason, $0.nextTryAt) = (attempt, .temporaryFailure, fault.code, fault.reason, next)
        }
        return move(to: .deferred, record, dueAt: next)
    }

    private mutating func restart(_ now: Date) -> [DeliveryAction] {
        let record = Self.recovered(attempt: attempt, before: unknownOutcomes, at: now, mostUnknownOutcomes)
        unknownOutcomes += 1
        failedAttempts += 1
        return move(to: record.to ?? .ready, record)
    }

    private mutating func tick(_ now: Date) -> [DeliveryAction] {
        if state != .awaiting, isPastUse(now) {
            return fail(DeliveryFault(code: DeliveryCode.pastUse.rawValue), now, .expired)
        }
        guard state != .ready, let recorded = dueAt else { return [] }
        let due = schedule.due(recorded, now: now)
        guard now >= due else { return [.scheduleAt(due)] }
        guard state == .awaiting else { return claim() }
        let record = record(.deferred, now) { ($0.code, $0.nextTryAt) = (DeliveryCode.noReceipt.rawValue, now.onMillisecond) }
        return move(to: .deferred, record, dueAt: now.onMillisecond)
    }

    private mutating func operate(
        _ event: HistoryRecord.Event, to target: SpoolState, _ act: OperatorAct, _ now: Date
    ) -> [DeliveryAction] {
        if event == .retried { (failedAttempts, triedFor, unknownOutcomes) = (0, .zero, 0) }
        return move(to: target, record(event, now) { ($0.actor, $0.reason) = (act.actor, act.reason) })
    }

    private func isPastUse(_ now: Date) -> Bool { entry.envelope.expiresAt.map { now >= $0 } ?? false }
}

extension Array {
    /// The elements behind the last one that does not satisfy the condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
        guard let last = lastIndex(where: { !condition($0) }) else { return self[...] }
        return self[(last + 1)...]
    }
}
