import AS4
import Foundation

extension GatewayDaemon {
    /// Hands what partners send to the way in, and what comes of it to the log.
    func makeListener(_ settings: ListenerSettings, tls: TLSContexts, handOver: Nudge) -> Listener {
        let watch = DecryptionWatch(log)
        let setup = ListenerSetup(settings, connections: connections, scratch: spools.scratch, refusals: refusals)
        return Listener(setup: setup, tls: tls) { [current, spools, ledger, refusals, pool, log] request in
            let partner = request.peer.partner
            if let refusal = watch.refusal(of: partner, at: Date()) { return refusal }
            let entity = StreamedEntity(contentType: request.contentType ?? "", body: request.body)
            let pipeline = InboundPipeline(current.value, spools: spools, ledger: ledger, refusals: refusals)
            let answer = try? await pool.run { pipeline.receive(entity, from: partner) }
            guard let answer else {
                log.received(.unavailable(code: GatewayCode.stopped.rawValue), from: request.peer)
                return HTTPAnswer(status: 503, headers: [.init(name: "Retry-After", value: "10")])
            }
            watch.note(answer.event, from: partner, at: Date())
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
    ///
    /// - Parameter connections: at most these, in place of the configuration's number.
    init(_ settings: ListenerSettings, connections: Int, scratch: any ScratchSpace, refusals: RefusalTrail) {
        var limits = ListenerLimits()
        limits.maximumBody = settings.maximumBodyBytes
        limits.headTimeout = settings.headerTimeout
        limits.bodyTimeout = settings.bodyTimeout
        limits.idleTimeout = settings.idleTimeout
        limits.maximumConnections = min(settings.maximumConnections, connections)
        limits.maximumConnectionsPerAddress = settings.maximumConnectionsPerAddress
        limits.maximumRequestsPerPartner = settings.maximumRequestsPerPartner
        limits.maximumBodiesInMemory = settings.maximumBodyMemory
        limits.maximumBodiesPerPartner = settings.maximumBodyMemoryPerPartner
        limits.maximumDiskPerPartner = settings.maximumBodyDiskPerPartner
        self.init(host: settings.host, port: settings.port, path: settings.path, scratch: scratch, limits: limits, refusals: refusals)
    }
}
