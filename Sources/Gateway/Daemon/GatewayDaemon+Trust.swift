import NIOPosix

extension GatewayDaemon {
    /// Keeps revocation data fresh, on the event loops of the transport and threads of its own for names.
    func revocationService(_ trust: TrustGenerations, threads: MultiThreadedEventLoopGroup, names: BlockingPool) -> RevocationService {
        RevocationService(
            trust: trust, met: met, cache: TrustCache(spool: current.value.configuration.paths.spool),
            fetcher: { [current] request in
                let settings = current.value.configuration.revocation
                return await RevocationFetcher(eventLoopGroup: threads, pool: names, settings: settings).fetch(request)
            }, pool: pool, log: log, nudge: fetching)
    }
}
