import Foundation

/// Wakes a loop: when something changed, when told to, and now and then by itself. Nudges that come while the loop works are one.
struct Nudge: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
    }

    /// Wakes the loop.
    func callAsFunction() { continuation.yield() }

    /// Ends the loop after the round it is in.
    func end() { continuation.finish() }

    /// Runs `round` at every nudge and at least every `interval`, until ``end()``.
    ///
    /// Rounds are spaced by a few times their own length, so that a long round (a big queue to list) does not fill the machine.
    func loop(atLeastEvery interval: Duration, _ round: @Sendable () async -> Void) async {
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
                try? await Task.sleep(for: max(.milliseconds(2), length * 2))
            }
            group.cancelAll()
        }
    }
}
