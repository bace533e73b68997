import Synchronization

/// Counts what the listener has open, and says no in time. Shared by all event loops.
final class ConnectionLedger: Sendable {
    private struct Counts {
        var total = 0
        var byAddress: [String: Int] = [:]
        var byPartner: [String: Int] = [:]
        var bodyBytes = 0
    }

    private let limits: ListenerLimits
    private let counts = Mutex(Counts())

    init(limits: ListenerLimits) { self.limits = limits }

    /// Takes a place for a connection from `network`; give it back with ``close(from:)``.
    func open(from network: String) -> Bool {
        counts.withLock { counts in
            guard counts.total < limits.maximumConnections,
                counts.byAddress[network, default: 0] < limits.maximumConnectionsPerAddress
            else { return false }
            counts.total += 1
            counts.byAddress[network, default: 0] += 1
            return true
        }
    }

    func close(from network: String) {
        counts.withLock { counts in
            counts.total -= 1
            Self.decrease(&counts.byAddress, network)
        }
    }

    /// Takes a place for a connection of `partner`; give it back with ``leave(_:)``.
    func enter(_ partner: String) -> Bool {
        counts.withLock { counts in
            guard counts.byPartner[partner, default: 0] < limits.maximumConnectionsPerPartner else { return false }
            counts.byPartner[partner, default: 0] += 1
            return true
        }
    }

    func leave(_ partner: String) { counts.withLock { Self.decrease(&$0.byPartner, partner) } }

    /// Takes memory for body bytes; give it back with ``release(bytes:)``.
    func reserve(bytes: Int) -> Bool {
        counts.withLock { counts in
            guard counts.bodyBytes + bytes <= limits.maximumBodiesInMemory else { return false }
            counts.bodyBytes += bytes
            return true
        }
    }

    func release(bytes: Int) { counts.withLock { $0.bodyBytes -= bytes } }

    /// Open connections and reserved bytes, for tests and figures.
    var load: (connections: Int, bodyBytes: Int) { counts.withLock { ($0.total, $0.bodyBytes) } }

    // An address seen once must not stay in the table for ever.
    private static func decrease(_ table: inout [String: Int], _ key: String) {
        let left = table[key, default: 1] - 1
        table[key] = left > 0 ? left : nil
    }
}
