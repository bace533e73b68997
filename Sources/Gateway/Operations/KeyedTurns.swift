import Glibc
import Synchronization

/// Lets one thread at a time work on what shares a key; work on other keys goes on beside it. Not across processes.
final class KeyedTurns: Sendable {
    private let taken = Mutex<Set<String>>([])

    /// Runs `work` when nobody works on any of the keys. Blocking: waits for its turn. Not to be nested.
    func exclusively<Result>(_ keys: Set<String>, _ work: () throws -> Result) rethrows -> Result {
        while !take(keys) { usleep(500) }
        defer { taken.withLock { $0.subtract(keys) } }
        return try work()
    }

    private func take(_ keys: Set<String>) -> Bool {
        taken.withLock { taken in
            guard taken.isDisjoint(with: keys) else { return false }
            taken.formUnion(keys)
            return true
        }
    }
}
