import Glibc
import Synchronization

/// A partner's address where somebody accepts every connection and never says a word.
final class BlackHole: Sendable {
    private let listening: Listening
    private let held: Held

    private final class Held: Sendable {
        let descriptors = Mutex<[Int32]>([])
        deinit { descriptors.withLock { for descriptor in $0 { close(descriptor) } } }
    }

    init(port: Int) throws {
        let held = Held()
        listening = try Listening(port: port) { descriptor in held.descriptors.withLock { $0.append(descriptor) } }
        self.held = held
    }

    /// How many connections fell in.
    var connectionCount: Int { held.descriptors.withLock { $0.count } }
}
