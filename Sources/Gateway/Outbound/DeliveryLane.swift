import Foundation
import Spooling

/// What one attempt means for the lane it ran in.
struct AttemptResult: Sendable {
    /// What the attempt showed of the partner.
    var contact: AttemptEnd.Contact
    /// When the message is to be tried again; nil when it left the queue: done, failed, or taken away by somebody else.
    var again: Date?

    /// The message left the queue without a word about the partner.
    static let gone = AttemptResult(contact: .notAsked)
}

/// Delivers the messages of one partner, so that a dead or slow partner delays no other.
///
/// Owns the order and the pauses of its partner's messages; the messages themselves lie in the spool, and an attempt claims one there by rename.
actor DeliveryLane {
    /// What a lane does with a message. Both always return, and leave the message in a legal state.
    struct Work: Sendable {
        /// Makes one attempt.
        let attempt: @Sendable (MessageID) async -> AttemptResult
        /// Gives it up without an attempt: the partner was silent for as long as the agreement allows.
        let giveUp: @Sendable (MessageID) async -> AttemptResult
        /// Is told when the lane closes, with the instant of its next look, and when it opens (nil).
        var closed: @Sendable (Date?) -> Void = { _ in }
    }

    /// What the agreements with the partner say.
    struct Settings: Sendable, Equatable {
        /// Attempts at the same time.
        var concurrency: Int
        /// The pauses while the partner cannot be reached.
        var schedule: RetrySchedule
        /// How long that may last; nil: for ever.
        var patience: Duration?
    }

    /// The partner's name, as in the configuration.
    nonisolated let partner: String

    private var plan: LanePlan
    private let work: Work
    private let clock = ContinuousClock()
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private var timer: (at: ContinuousClock.Instant, task: Task<Void, Never>)?
    private var stopDeadline: ContinuousClock.Instant?
    private var toldClosed: ContinuousClock.Instant?

    init(partner: String, settings: Settings, work: Work) {
        self.partner = partner
        self.work = work
        plan = LanePlan(concurrency: settings.concurrency, schedule: settings.schedule, patience: settings.patience)
        (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// A message that lies in the spool for the lane.
    struct Offer: Sendable {
        /// The message.
        var id: MessageID
        /// Not to be tried before.
        var notBefore: Date
        /// Its patience and its urgency.
        var terms = LanePlan.Terms()
        /// An operator asked for it to be tried now.
        var isAskedFor = false
    }

    /// Tells the lane of messages that lie in the spool for it. Telling it twice does no harm.
    func offer(_ messages: [Offer]) {
        let now = clock.now
        for message in messages {
            plan.add(
                message.id, notBefore: instant(message.notBefore, now), terms: message.terms, now: now)
        }
        if messages.contains(where: \.isAskedFor) { plan.probe(now: now) }
        signal.yield()
    }

    /// Takes over changed numbers from a reloaded configuration.
    func adjust(_ settings: Settings) {
        plan.concurrency = max(1, settings.concurrency)
        plan.schedule = settings.schedule
        plan.patience = settings.patience
        signal.yield()
    }

    /// Starts no further attempt; attempts under way have until `deadline`, then they are cancelled and park their message.
    func stop(by deadline: ContinuousClock.Instant) {
        stopDeadline = deadline
        signal.yield()
    }

    /// Works until ``stop(by:)`` and every attempt has ended.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await _ in signals {
                let now = clock.now
                if let stopDeadline {
                    if plan.runningCount == 0 || now >= stopDeadline { break }
                    setTimer(for: stopDeadline)
                    continue
                }
                for id in plan.startGivingUp() { group.addTask { await self.ended(id, with: self.work.giveUp(id)) } }
                for id in plan.start(now: now) { group.addTask { await self.ended(id, with: self.work.attempt(id)) } }
                if let wake = plan.nextWake(now: now) { setTimer(for: wake) }
            }
            group.cancelAll()  // Only attempts past their deadline are left.
        }
        timer?.task.cancel()
    }

    /// One timer at a time, for the earliest instant that was asked for.
    private func setTimer(for time: ContinuousClock.Instant) {
        if let timer {
            guard time < timer.at else { return }
            timer.task.cancel()
        }
        timer = (
            time,
            Task { [clock] in
                guard (try? await clock.sleep(until: time, tolerance: .milliseconds(1))) != nil else { return }
                self.timerFired(time)
            }
        )
    }

    private func timerFired(_ time: ContinuousClock.Instant) {
        if timer?.at == time { timer = nil }
        signal.yield()
    }

    private func ended(_ id: MessageID, with result: AttemptResult) {
        let now = clock.now
        let end = AttemptEnd(contact: result.contact, again: result.again.map { instant($0, now) })
        plan.ended(id, end, random: .random(in: 0..<1), now: now)
        if plan.closedUntil != toldClosed {
            toldClosed = plan.closedUntil
            work.closed(plan.closedUntil.map { Date().addingTimeInterval(now.duration(to: $0).timeInterval) })
        }
        signal.yield()
    }

    /// A date of the wall clock as a span from now, never longer than the longest pause: a clock that steps makes one early or late look,
    /// never a stranded message.
    private func instant(_ date: Date, _ now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        let longest = plan.schedule.longestDelay * (1 + plan.schedule.jitter)
        return now + min(max(.zero, .seconds(date.timeIntervalSinceNow)), longest)
    }
}
