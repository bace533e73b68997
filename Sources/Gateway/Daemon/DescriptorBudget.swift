import Documents

/// What a configuration needs of open files, and what a limit leaves for connections. Pure: counts, no system calls.
///
/// The spool and the deliveries come first: a listener that takes every descriptor would keep us from storing what it took.
struct DescriptorBudget: Sendable, Equatable {
    /// Standard streams, locks, event loops, watched folders, the listener itself, libraries; about forty at rest.
    static let atRest = 64
    /// Blocking work of one message: the files of an entry, their folders, and the scratch files of its parts.
    static let perThread = 12
    /// The pools of ``GatewayDaemon``.
    static let threads = 16 + 4 + 4 + 2
    /// A connection to a partner and the stored request that is sent on it.
    static let perDelivery = 2
    /// Fewer connections than this are no service; partners keep some open between requests.
    static let leastConnections = 16

    /// What everything but the listener's connections needs.
    let reserved: Int
    /// Connections taken at once, as configured; 0 without a listener.
    let connections: Int
    /// Bodies in scratch space at once: one file for each request under way.
    let bodies: Int

    /// However many partners there are, no more deliveries are reckoned with at once.
    static let mostDeliveries = 1_024

    /// What all of it needs.
    var needed: Int { reserved + connections + bodies }

    /// How many connections a limit allows; nil when it does not allow the daemon at all.
    func connections(under limit: Int) -> Int? {
        if limit >= needed { return connections }
        let left = limit - reserved
        guard connections > 0 else { return left >= 0 ? 0 : nil }
        // Each connection may bring a body until the partners' shares are used up.
        let allowed = left <= 2 * bodies ? left / 2 : left - bodies
        return allowed >= min(Self.leastConnections, connections) ? min(allowed, connections) : nil
    }
}

extension DescriptorBudget {
    /// What a configuration needs.
    init(_ configuration: Configuration) {
        let deliveries = configuration.partners.reduce(0) { sum, partner in
            sum + (configuration.agreements(with: partner.name).map(\.concurrency).max() ?? 0)
        }
        connections = configuration.listener?.maximumConnections ?? 0
        bodies = min(connections, configuration.partners.count * (configuration.listener?.maximumRequestsPerPartner ?? 0))
        // Lanes work side by side only as far as threads do; the connections of quiet partners close after a minute.
        reserved = Self.atRest + Self.threads * Self.perThread + min(deliveries, Self.mostDeliveries) * Self.perDelivery
    }
}
