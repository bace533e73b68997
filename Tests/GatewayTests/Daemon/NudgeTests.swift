import Foundation
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Nudged loop", .timeLimit(.minutes(1)))
struct NudgeTests {
    private final class Rounds: Sendable {
        private let state = Mutex(0)
        var count: Int { state.withLock { $0 } }
        func add() { state.withLock { $0 += 1 } }
    }

    @Test("The first round comes by itself, every nudge brings another, and many at once bring one")
    func nudges() async throws {
        let (nudge, rounds) = (Nudge(), Rounds())
        let loop = Task { await nudge.loop(atLeastEvery: .seconds(600)) { rounds.add() } }
        #expect(try await eventually { rounds.count == 1 })
        nudge()
        #expect(try await eventually { rounds.count == 2 })
        for _ in 0..<1_000 { nudge() }
        #expect(try await eventually { rounds.count >= 3 })
        try await Task.sleep(for: .milliseconds(50))
        #expect(rounds.count < 50)
        nudge.end()
        await loop.value
    }

    @Test("A nudge during a round is not lost")
    func duringRound() async throws {
        let (nudge, rounds) = (Nudge(), Rounds())
        let loop = Task {
            await nudge.loop(atLeastEvery: .seconds(600)) {
                rounds.add()
                if rounds.count == 1 { nudge() }
            }
        }
        #expect(try await eventually { rounds.count == 2 })
        nudge.end()
        await loop.value
    }

    @Test("Without nudges the loop looks by itself")
    func byItself() async throws {
        let (nudge, rounds) = (Nudge(), Rounds())
        let loop = Task { await nudge.loop(atLeastEvery: .milliseconds(10)) { rounds.add() } }
        #expect(try await eventually { rounds.count >= 5 })
        nudge.end()
        await loop.value
    }

    @Test("Ended or cancelled, the loop ends after the round it is in")
    func ends() async throws {
        for isCancelled in [false, true] {
            let nudge = Nudge()
            let loop = Task {
                await nudge.loop(atLeastEvery: .seconds(600), resting: 100) { try? await Task.sleep(for: .milliseconds(20)) }
            }
            try await Task.sleep(for: .milliseconds(5))
            if isCancelled { loop.cancel() } else { nudge.end() }
            let start = ContinuousClock.now
            await loop.value
            // A hundred times the round's length would be two seconds; a rest is never longer than one.
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }

    // MARK: Services side by side

    private struct Quiet: Service {
        let told: Rounds
        func run() async throws {
            try await gracefulShutdown()
            told.add()
            // Ends only when all have been told.
            while told.count < 3, !Task.isCancelled { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    private struct Failing: Service {
        struct Fault: Error {}
        func run() async throws { throw Fault() }
    }

    private struct Stubborn: Service {
        func run() async throws { try await Task.sleep(for: .seconds(600)) }
    }

    private func group(_ services: [any Service], grace: Duration = .seconds(30)) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: ParallelServices(services: services))], logger: CollectedLog().log.logger)
        configuration.maximumGracefulShutdownDuration = grace
        return ServiceGroup(configuration: configuration)
    }

    @Test("A stop reaches all services at once: none waits for another to end first")
    func stopsTogether() async throws {
        let told = Rounds()
        let group = group([Quiet(told: told), Quiet(told: told), Quiet(told: told)])
        let run = Task { try await group.run() }
        try await Task.sleep(for: .milliseconds(50))
        await group.triggerGracefulShutdown()
        try await run.value
        #expect(told.count == 3)
    }

    @Test("The error of one ends all and is passed on")
    func failure() async throws {
        await #expect(throws: Failing.Fault.self) { try await group([Stubborn(), Failing()]).run() }
    }

    @Test("A service that does not end in time is cut off, and that is no error")
    func cutOff() async throws {
        let group = group([Stubborn()], grace: .milliseconds(100))
        let run = Task { try await group.run() }
        try await Task.sleep(for: .milliseconds(50))
        await group.triggerGracefulShutdown()
        try await run.value
    }
}
