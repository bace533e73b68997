import Foundation
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Lane")
struct DeliveryLaneTests {
    private static let quick: RetrySchedule = {
        var schedule = RetrySchedule(firstDelay: .milliseconds(20), longestDelay: .milliseconds(40))
        (schedule.jitter, schedule.expiryAge) = (0, .seconds(60))
        return schedule
    }()

    private static func ids(_ count: Int) -> [MessageID] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { MessageID.make(at: Date(timeIntervalSince1970: Double($0)), random: &random) }
    }

    /// Attempts that a test watches and steers.
    private final class Attempts: Sendable {
        struct State {
            var running = 0
            var mostAtOnce = 0
            var ended: [MessageID: Int] = [:]
            var cancelled = 0
            var givenUp: [MessageID] = []
        }

        let state = Mutex(State())
        let length: Duration
        let outcome: @Sendable (MessageID, _ attempt: Int) -> AttemptResult

        init(lasting length: Duration = .milliseconds(1), _ outcome: @escaping @Sendable (MessageID, Int) -> AttemptResult) {
            (self.length, self.outcome) = (length, outcome)
        }

        var ended: [MessageID: Int] { state.withLock { $0.ended } }
        var total: Int { ended.values.reduce(0, +) }

        var work: DeliveryLane.Work {
            DeliveryLane.Work(attempt: { await self.run($0) }, giveUp: { await self.giveUp($0) })
        }

        private func run(_ id: MessageID) async -> AttemptResult {
            state.withLock { state in
                state.running += 1
                state.mostAtOnce = max(state.mostAtOnce, state.running)
            }
            try? await Task.sleep(for: length)
            let number = state.withLock { state in
                state.running -= 1
                if Task.isCancelled { state.cancelled += 1 }
                state.ended[id, default: 0] += 1
                return state.ended[id, default: 0]
            }
            return Task.isCancelled ? AttemptResult(contact: .notAsked, again: Date()) : outcome(id, number)
        }

        private func giveUp(_ id: MessageID) async -> AttemptResult {
            state.withLock { $0.givenUp.append(id) }
            return .gone
        }
    }

    private func lane(_ attempts: Attempts, concurrency: Int = 4, patience: Duration? = nil) -> DeliveryLane {
        let settings = DeliveryLane.Settings(concurrency: concurrency, schedule: Self.quick, patience: patience)
        return DeliveryLane(partner: "kommun", settings: settings, work: attempts.work)
    }

    /// Runs the lane beside the body and stops it afterwards.
    private func running(_ lane: DeliveryLane, grace: Duration = .seconds(5), _ body: () async throws -> Void) async throws {
        let run = Task { await lane.run() }
        try await body()
        await lane.stop(by: .now + grace)
        await run.value
    }

    @Test("Every message is delivered once, with no more attempts at a time than agreed")
    func deliversAll() async throws {
        let attempts = Attempts { _, _ in AttemptResult(contact: .answered) }
        let ids = Self.ids(300)
        let lane = lane(attempts, concurrency: 3)
        try await running(lane) { () async throws in
            await lane.offer(ids.map { .init(id: $0, notBefore: Date()) })
            await lane.offer(ids.prefix(100).map { .init(id: $0, notBefore: Date()) })
            #expect(try await eventually { attempts.ended.count == 300 })
        }
        #expect(attempts.total <= 400 && attempts.ended.count == 300)
        #expect(attempts.state.withLock { $0.mostAtOnce } == 3)
    }

    @Test("A message that must be tried again is, at its time")
    func triesAgain() async throws {
        let attempts = Attempts { _, number in
            AttemptResult(contact: .answered, again: number < 3 ? Date().addingTimeInterval(0.01) : nil)
        }
        let lane = lane(attempts)
        let ids = Self.ids(5)
        try await running(lane) { () async throws in
            await lane.offer(ids.map { .init(id: $0, notBefore: Date()) })
            #expect(try await eventually { attempts.ended.values.allSatisfy { $0 == 3 } && attempts.ended.count == 5 })
        }
    }

    @Test("A partner that cannot be reached is probed now and then, and everything goes out when it answers")
    func deadThenAlive() async throws {
        let isAlive = Guarded(false)
        let attempts = Attempts { _, _ in
            isAlive.value ? AttemptResult(contact: .answered) : AttemptResult(contact: .unreachable, again: Date().addingTimeInterval(0.01))
        }
        let lane = lane(attempts)
        let ids = Self.ids(500)
        try await running(lane) { () async throws in
            await lane.offer(ids.map { .init(id: $0, notBefore: Date()) })
            let start = ContinuousClock.now
            #expect(try await eventually { attempts.total >= 10 })
            // Four at once, then one for each pause of at least 20 ms; a slow machine makes fewer.
            let most = 4 + Int((ContinuousClock.now - start) / .milliseconds(20)) + 1
            #expect(attempts.total <= most, "\(attempts.total) attempts, at most \(most)")
            isAlive.change { $0 = true }
            #expect(try await eventually { attempts.ended.count == 500 })
        }
    }

    @Test("What waits for a silent partner longer than agreed is given up untried")
    func givesUp() async throws {
        let attempts = Attempts { _, _ in AttemptResult(contact: .unreachable, again: Date().addingTimeInterval(0.01)) }
        let lane = lane(attempts, patience: .milliseconds(150))
        let ids = Self.ids(50)
        try await running(lane) { () async throws in
            await lane.offer(ids.map { .init(id: $0, notBefore: Date()) })
            #expect(try await eventually { attempts.state.withLock { $0.givenUp.count } == 50 })
        }
        #expect(Set(attempts.state.withLock { $0.givenUp }) == Set(ids))
    }

    @Test("A date far ahead, from a clock that was set back, waits no longer than the longest pause")
    func clockSetBack() async throws {
        let attempts = Attempts { _, _ in AttemptResult(contact: .answered) }
        let lane = lane(attempts)
        try await running(lane) { () async throws in
            await lane.offer([.init(id: Self.ids(1)[0], notBefore: Date().addingTimeInterval(400 * 86_400))])
            #expect(try await eventually { attempts.total == 1 })
        }
    }

    @Test("More attempts at a time are allowed as soon as a reload says so")
    func adjusts() async throws {
        let attempts = Attempts(lasting: .milliseconds(20)) { _, _ in AttemptResult(contact: .answered) }
        let lane = lane(attempts, concurrency: 1)
        try await running(lane) { () async throws in
            await lane.offer(Self.ids(60).map { .init(id: $0, notBefore: Date()) })
            #expect(try await eventually { attempts.total > 1 })
            #expect(attempts.state.withLock { $0.mostAtOnce } == 1)
            await lane.adjust(DeliveryLane.Settings(concurrency: 6, schedule: Self.quick))
            #expect(try await eventually { attempts.total == 60 })
        }
        #expect(attempts.state.withLock { $0.mostAtOnce } == 6)
    }

    @Test("Told to stop, a lane begins nothing and lets running attempts end")
    func stopsInPeace() async throws {
        let attempts = Attempts(lasting: .milliseconds(100)) { _, _ in AttemptResult(contact: .answered) }
        let lane = lane(attempts, concurrency: 2)
        try await running(lane) { () async throws in
            await lane.offer(Self.ids(10).map { .init(id: $0, notBefore: Date()) })
            #expect(try await eventually(every: .milliseconds(1)) { attempts.state.withLock { $0.running } == 2 })
        }
        #expect(attempts.total == 2 && attempts.state.withLock { $0.cancelled } == 0)
    }

    @Test("An attempt that does not end in the time for stopping is cancelled, and waited for")
    func stopsInTime() async throws {
        let attempts = Attempts(lasting: .seconds(60)) { _, _ in AttemptResult(contact: .answered) }
        let lane = lane(attempts, concurrency: 2)
        let start = ContinuousClock.now
        try await running(lane, grace: .milliseconds(200)) { () async throws in
            await lane.offer(Self.ids(3).map { .init(id: $0, notBefore: Date()) })
            #expect(try await eventually(every: .milliseconds(1)) { attempts.state.withLock { $0.running } == 2 })
        }
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(attempts.state.withLock { $0.cancelled } == 2 && attempts.state.withLock { $0.running } == 0)
    }

    @Test("A lane whose task is cancelled ends with its attempts")
    func cancelled() async throws {
        let attempts = Attempts(lasting: .seconds(60)) { _, _ in AttemptResult(contact: .answered) }
        let lane = lane(attempts)
        let run = Task { await lane.run() }
        await lane.offer(Self.ids(2).map { .init(id: $0, notBefore: Date()) })
        #expect(try await eventually { attempts.state.withLock { $0.running } == 2 })
        run.cancel()
        await run.value
        #expect(attempts.state.withLock { $0.cancelled } == 2)
    }

    @Test("The lane tells when it closes, until when, and when it opens")
    func tellsClosing() async throws {
        let attempts = Attempts { _, number in
            number == 1 ? AttemptResult(contact: .unreachable, again: Date()) : AttemptResult(contact: .answered)
        }
        let told = Guarded<[Date?]>([])
        var work = attempts.work
        work.closed = { until in told.change { $0.append(until) } }
        let lane = DeliveryLane(
            partner: "kommun", settings: .init(concurrency: 2, schedule: Self.quick, patience: nil), work: work)
        let began = Date()
        async let run: Void = lane.run()
        await lane.offer(Self.ids(1).map { .init(id: $0, notBefore: Date()) })
        #expect(try await eventually { told.value.count == 2 })
        await lane.stop(by: .now)
        await run
        let until = try #require(told.value.first ?? nil)
        #expect(until > began && until.timeIntervalSince(began) < 60 && told.value.last == .some(nil))
    }
}
