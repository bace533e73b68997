import Synchronization

/// The configuration in force. A reload puts a new one in its place; work under way ends with the one it began with.
final class CurrentParts: Sendable {
    private let box: Mutex<GatewayParts>

    init(_ parts: GatewayParts) { box = Mutex(parts) }

    var value: GatewayParts { box.withLock { $0 } }

    func replace(with parts: GatewayParts) { box.withLock { $0 = parts } }
}
