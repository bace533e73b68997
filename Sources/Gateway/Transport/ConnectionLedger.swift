import Synchronization

/// Counts what the listener has open, and says no in time. Shared by all event loops.
final class ConnectionLedger: Sendable {
    private struct Counts {
        var total = 0
        var byAddress: [String: Int] = [:]
        var byPartner: [String: Int] = [:]
        var requestsByPartner: [String: Int] = [:]
        var bodyBytes = 0
        var bodyBytesByPartner: [String: Int] = [:]
        var diskBytesByPartner: [String: Int] = [:]
    }

    /// What a reservation of memory came to.
    enum Reservation {
        case granted
        /// The bodies of all partners together leave no room.
        case noRoom
        /// The partner has used up its share.
        case shareUsed
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

    /// Takes a place for a request of `partner`; give it back with ``end(requestOf:)``.
    func begin(requestOf partner: String) -> Bool {
        counts.withLock { counts in
            guard counts.requestsByPartner[partner, default: 0] < limits.maximumRequestsPerPartner else { return false }
            counts.requestsByPartner[partner, default: 0] += 1
            return true
        }
    }

    func end(requestOf partner: String) { counts.withLock { Self.decrease(&$0.requestsByPartner, partner) } }

    /// Takes memory for body bytes of `partner`; give it back with ``release(bytes:of:)``.
    func reserve(bytes: Int, for partner: String) -> Reservation {
        counts.withLock { counts in
            guard counts.bodyBytesByPartner[partner, default: 0] + bytes <= limits.maximumBodiesPerPartner else { return .shareUsed }
            guard counts.bodyBytes + bytes <= limits.maximumBodiesInMemory else { return .noRoom }
            counts.bodyBytes += bytes
            counts.bodyBytesByPartner[partner, default: 0] += bytes
            return .granted
        }
    }

    func release(bytes: Int, of partner: String) {
        counts.withLock { counts in
            counts.bodyBytes -= bytes
            Self.decrease(&counts.bodyBytesByPartner, partner, by: bytes)
        }
    }

    /// Takes disk for body bytes of `partner`; give it back with ``release(diskBytes:of:)``.
    func reserve(diskBytes: Int, for partner: String) -> Bool {
        counts.withLock { counts in
            guard counts.diskBytesByPartner[partner, default: 0] + diskBytes <= limits.maximumDiskPerPartner else { return false }
            counts.diskBytesByPartner[partner, default: 0] += diskBytes
            return true
        }
    }

    func release(diskBytes: Int, of partner: String) {
        counts.withLock { Self.decrease(&$0.diskBytesByPartner, partner, by: diskBytes) }
    }

    /// Open connections and reserved bytes, for tests and figures.
    var load: (connections: Int, bodyBytes: Int) { counts.withLock { ($0.total, $0.bodyBytes) } }

    // An address seen once must not stay in the table for ever.
    private static func decrease(_ table: inout [String: Int], _ key: String, by amount: Int = 1) {
        let left = table[key, default: amount] - amount
        table[key] = left > 0 ? left : nil
    }
}
