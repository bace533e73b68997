import Dispatch
import Synchronization

/// Lets one thread at a time work on what shares a key; work on other keys goes on beside it. Not across processes.
final class KeyedTurns: Sendable {
    private struct Waiter {
        let keys: Set<String>
        /// Signalled when the keys are the waiter's.
        let turn: DispatchSemaphore
    }

    private struct State {
        var taken: Set<String> = []
        /// In the order they came.
        var waiters: [Waiter] = []
    }

    private let state = Mutex(State())

    /// Runs `work` when nobody works on any of the keys. Blocking: waits for its turn. Not to be nested.
    func exclusively<Result>(_ keys: Set<String>, _ work: () throws -> Result) rethrows -> Result {
        enter(keys)?.wait()
        defer { leave(keys) }
        return try work()
    }

    /// Nil when the keys were free and are taken now.
    private func enter(_ keys: Set<String>) -> DispatchSemaphore? {
        state.withLock { state in
            guard !state.taken.isDisjoint(with: keys) else {
                state.taken.formUnion(keys)
                return nil
            }
            let waiter = Waiter(keys: keys, turn: DispatchSemaphore(value: 0))
            state.waiters.append(waiter)
            return waiter.turn
        }
    }

    /// Gives the keys to those who waited for them, the longest waiting first.
    private func leave(_ keys: Set<String>) {
        state.withLock { state in
            state.taken.subtract(keys)
            var left: [Waiter] = []
            for waiter in state.waiters {
                if state.taken.isDisjoint(with: waiter.keys) {
                    state.taken.formUnion(waiter.keys)
                    waiter.turn.signal()
                } else {
                    left.append(waiter)
                }
            }
            state.waiters = left
        }
    }
}
