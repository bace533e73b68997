import Synchronization

/// A value told once to any number of waiting tasks.
final class Announcement<Value: Sendable>: Sendable {
    private enum State {
        case untold([CheckedContinuation<Value, Never>])
        case told(Value)
    }

    private let state = Mutex(State.untold([]))

    /// Tells `value`; a second telling is ignored.
    func tell(_ value: Value) {
        let waiting = state.withLock { state -> [CheckedContinuation<Value, Never>] in
            guard case .untold(let waiting) = state else { return [] }
            state = .told(value)
            return waiting
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }

    var value: Value {
        get async {
            await withCheckedContinuation { continuation in
                let told = state.withLock { state -> Value? in
                    switch state {
                    case .told(let value): return value
                    case .untold(let waiting):
                        state = .untold(waiting + [continuation])
                        return nil
                    }
                }
                if let told { continuation.resume(returning: told) }
            }
        }
    }
}
