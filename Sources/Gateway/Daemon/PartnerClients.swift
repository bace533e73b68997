import AS4
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

    /// Sends a request and returns the partner's whole answer, within `timeout`; else why there is none, as
    /// ``PartnerClient/post(contentType:body:timeout:)`` says it, or ``TransportCode/partnerUnknown`` when the configuration knows the partner
    /// no more.
    func post(_ request: StreamedEntity, to name: String, timeout: Duration) async -> Result<HTTPAnswer, TransportFailure> {
        while true {
            guard let client = client(for: name) else { return .failure(TransportFailure(.partnerUnknown, detail: name)) }
            do {
                return .success(try await client.post(contentType: request.contentType, body: request.body, timeout: timeout))
            } catch {
                // A reload closed this client before anything was sent; there is another one now.
                guard error.is(.stopped), !error.requestWasSent, !Task.isCancelled, isReplaced(client, of: name) else {
                    return .failure(error)
                }
            }
        }
    }

    /// Closes the connections to partners that moved or left, or whose numbers changed. Requests under way on them end as on any lost
    /// connection.
    func configurationChanged() async {
        let outdated = clients.withLock { clients in
            let outdated = clients.filter { route(to: $0.key) != $0.value.route }
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

    private func client(for name: String) -> PartnerClient? {
        guard let route = route(to: name) else { return nil }
        return clients.withLock { clients in
            if let known = clients[name] { return known.client }
            let client = PartnerClient(route: route, tls: tls)
            clients[name] = (route, client)
            return client
        }
    }

    private func isReplaced(_ client: PartnerClient, of name: String) -> Bool { clients.withLock { $0[name]?.client !== client } }

    /// Where a partner answers, and how; nil when the configuration does not know it.
    func route(to name: String) -> PartnerRoute? {
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

extension PartnerRoute: Equatable {
    /// Whether a connection made for one serves the other.
    package static func == (left: PartnerRoute, right: PartnerRoute) -> Bool {
        left.partner == right.partner && left.endpoint == right.endpoint && left.limits == right.limits
    }
}
