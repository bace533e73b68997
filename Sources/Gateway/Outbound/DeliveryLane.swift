import Foundation
import Spooling

/// What one attempt means for the lane it ran in.
enum AttemptResult: Sendable {
    /// The message left the queue: done, failed, or taken away by somebody else. The partner answered, or was not asked.
    case settled(partnerAnswered: Bool)
    /// To be tried again at the time; the partner answered something.
    case again(at: Date)
    /// To be tried again at the time; the partner could not be reached at all.
    case unreachable(again: Date)
    /// Our own disk or keys stood in the way; nothing is known about the partner.
    case troubleHere(again: Date)
}

/// Delivers the messages of one partner, so that a dead or slow partner delays no other.
///
/// Owns the order and the pauses of its partner's messages; the messages themselves lie in the spool, and an attempt claims one there by rename.
actor DeliveryLane {
    /// The partner's name, as in the configuration.
    nonisolated let partner: String

    private var plan: LanePlan
    private var schedule: RetrySchedule
    private let attempt: @Sendable (MessageID) async -> AttemptResult
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private var timerAt: Date?
    private var stopDeadline: Date?

    init(
        partner: String, concurrency: Int, schedule: RetrySchedule,
        attempt: @escaping @Sendable (MessageID) async -> AttemptResult
    ) {
        self.partner = partner
        self.plan = LanePlan(concurrency: concurrency)
        self.schedule = schedule
        self.attempt = attempt
        (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Tells the lane of messages that lie in the spool for it. Telling it twice does no harm.
    func offer(_ messages: [(id: MessageID, notBefore: Date)]) {
        let now = Date()
        for message in messages { plan.add(message.id, notBefore: message.notBefore, now: now) }
        signal.yield()
    }

    /// Takes over changed numbers from a reloaded configuration.
    func adjust(concurrency: Int, schedule: RetrySchedule) {
        plan.concurrency = max(1, concurrency)
        self.schedule = schedule
        signal.yield()
    }

    /// Starts no further attempt; attempts under way have until `deadline`, then they are cancelled and park their message.
    func stop(by deadline: Date) {
        stopDeadline = deadline
        signal.yield()
    }

    /// Works until ``stop(by:)`` and every attempt has ended.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await _ in signals {
                let now = Date()
                if let stopDeadline {
                    if plan.running.isEmpty { break }
                    if now >= stopDeadline {
                        group.cancelAll()
                        break
                    }
                    setTimer(for: stopDeadline, in: &group)
                    continue
                }
                for id in plan.start(now: now) {
                    group.addTask { [attempt] in
                        let result = await attempt(id)
                        await self.ended(id, with: result)
                    }
                }
                if let wake = plan.nextWake(now: now) { setTimer(for: wake, in: &group) }
            }
            group.cancelAll()  // Only timers, or attempts past their deadline, are left.
        }
    }

    private func setTimer(for time: Date, in group: inout DiscardingTaskGroup) {
        if let timerAt, timerAt <= time { return }
        timerAt = time
        group.addTask {
            // Wall-clock due times are turned into a span here; a clock that steps makes one early or late look, never a lost message.
            try? await Task.sleep(for: .seconds(max(0.001, time.timeIntervalSinceNow)))
            await self.timerFired(time)
        }
    }

    private func timerFired(_ time: Date) {
        if timerAt == time { timerAt = nil }
        signal.yield()
    }

    private func ended(_ id: MessageID, with result: AttemptResult) {
        let now = Date()
        switch result {
        case .settled(let partnerAnswered):
            if partnerAnswered { plan.finished(id) } else { plan.abandoned(id) }
        case .again(let time):
            plan.finished(id)
            plan.add(id, notBefore: time, now: now)
        case .unreachable(let time):
            plan.unreachable(id, schedule: schedule, random: .random(in: 0..<1), now: now)
            plan.add(id, notBefore: time, now: now)
        case .troubleHere(let time):
            plan.abandoned(id)
            plan.add(id, notBefore: time, now: now)
        }
        signal.yield()
    }
}
