import Synchronization

/// The connections to every partner, made when first needed and closed when the partner's address changes or the daemon ends.
final class PartnerClients: Sendable {
    private let tls: TLSContexts
    private let current: CurrentParts
    private let clients = Mutex<[String: (route: PartnerRoute, client: PartnerClient)]>([:])

    init(tls: TLSContexts, current: CurrentParts) {
        self.tls = tls
        self.current = current
    }

    /// The client of a partner, or nil when the configuration does not know it.
    func client(for name: String) -> PartnerClient? {
        guard let route = route(to: name) else { return nil }
        return clients.withLock { clients in
            if let known = clients[name] { return known.client }
            let client = PartnerClient(route: route, tls: tls)
            clients[name] = (route, client)
            return client
        }
    }

    /// Closes the connections to partners that moved or left. Requests under way on them end as on any lost connection.
    func configurationChanged() async {
        let outdated = clients.withLock { clients in
            let outdated = clients.filter { route(to: $0.key)?.endpoint != $0.value.route.endpoint }
            for name in outdated.keys { clients[name] = nil }
            return outdated.values.map(\.client)
        }
        for client in outdated { await client.close() }
    }

    /// Closes everything.
    func close() async {
        let all = clients.withLock { clients in
            defer { clients = [:] }
            return clients.values.map(\.client)
        }
        for client in all { await client.close() }
    }

    private func route(to name: String) -> PartnerRoute? {
        let configuration = current.value.configuration
        guard let endpoint = configuration.partner(named: name)?.endpoint else { return nil }
        var limits = ClientLimits()
        limits.maximumConnections = configuration.agreements(with: name).map(\.concurrency).max() ?? 1
        limits.connectTimeout = configuration.delivery.connectTimeout
        limits.handshakeTimeout = configuration.delivery.connectTimeout
        return PartnerRoute(
            partner: name, endpoint: ClientEndpoint(host: endpoint.host, port: endpoint.port, path: endpoint.path), limits: limits)
    }
}
