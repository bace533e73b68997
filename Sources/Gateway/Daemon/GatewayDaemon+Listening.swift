import AS4

extension GatewayDaemon {
    /// Hands what partners send to the way in, and what comes of it to the log.
    func makeListener(_ settings: ListenerSettings, tls: TLSContexts, handOver: Nudge) -> Listener {
        Listener(setup: ListenerSetup(settings, scratch: spools.scratch, refusals: refusals), tls: tls) {
            [current, spools, ledger, refusals, pool, log] request in
            let entity = StreamedEntity(contentType: request.contentType ?? "", body: request.body)
            let pipeline = InboundPipeline(current.value, spools: spools, ledger: ledger, refusals: refusals)
            let answer = try? await pool.run { pipeline.receive(entity, from: request.peer.partner) }
            guard let answer else {
                log.received(.unavailable(code: GatewayCode.stopped.rawValue), from: request.peer)
                return HTTPAnswer(status: 503, headers: [.init(name: "Retry-After", value: "10")])
            }
            log.received(answer.event, from: request.peer)
            if case .stored = answer.event { handOver() }
            let headers: [HTTPAnswer.Field] = answer.status == 503 ? [.init(name: "Retry-After", value: "10")] : []
            let type = answer.entity.body.isEmpty ? nil : answer.entity.contentType
            return HTTPAnswer(status: answer.status, contentType: type, headers: headers, body: answer.entity.body)
        }
    }
}

extension ListenerSetup {
    /// The configuration's listener; what it does not name keeps the profile's values.
    init(_ settings: ListenerSettings, scratch: any ScratchSpace, refusals: RefusalTrail) {
        var limits = ListenerLimits()
        limits.maximumBody = settings.maximumBodyBytes
        limits.headTimeout = settings.headerTimeout
        limits.bodyTimeout = settings.bodyTimeout
        limits.idleTimeout = settings.idleTimeout
        limits.maximumConnections = settings.maximumConnections
        limits.maximumConnectionsPerAddress = settings.maximumConnectionsPerAddress
        limits.maximumRequestsPerPartner = settings.maximumRequestsPerPartner
        limits.maximumBodiesInMemory = settings.maximumBodyMemory
        limits.maximumBodiesPerPartner = settings.maximumBodyMemoryPerPartner
        limits.maximumDiskPerPartner = settings.maximumBodyDiskPerPartner
        self.init(host: settings.host, port: settings.port, path: settings.path, scratch: scratch, limits: limits, refusals: refusals)
    }
}
