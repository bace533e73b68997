import Foundation
import ServiceLifecycle

/// Wakes a loop: when something changed, when told to, and now and then by itself. Nudges that come while the loop works are one.
struct Nudge: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    /// The first round comes by itself.
    init() {
        (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
    }

    /// Wakes the loop.
    func callAsFunction() { continuation.yield() }

    /// Ends the loop after the round it is in, or the one that is due.
    func end() { continuation.finish() }

    /// Runs `round` at every nudge and at least every `interval`, until ``end()``.
    ///
    /// - Parameter resting: how much of a round's own length passes before the next one, at most a second: for rounds that look at a whole
    ///   folder, so that a big one does not fill the machine.
    func loop(atLeastEvery interval: Duration, resting: Double = 0, _ round: () async -> Void) async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: interval)
                    continuation.yield()
                }
            }
            let clock = ContinuousClock()
            for await _ in stream {
                let length = await clock.measure { await round() }
                try? await Task.sleep(for: min(max(.milliseconds(2), length * resting), .seconds(1)))
            }
            group.cancelAll()
        }
    }

    /// The same until the service it runs in is to stop; then the round it is in is the last.
    func loopUntilShutdown(atLeastEvery interval: Duration, _ round: () async -> Void) async {
        await withGracefulShutdownHandler {
            await loop(atLeastEvery: interval, round)
        } onGracefulShutdown: {
            end()
        }
    }
}
