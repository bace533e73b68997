import AS4
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// One TLS connection to a partner, ready for exchanges.
struct ClientConnection: Sendable {
    let channel: any Channel
    private let record: VerificationRecord
    private let end: ConnectionEnd

    /// Connects and shakes hands, at latest at `deadline`; cancelling the task ends the attempt at once.
    static func open(
        _ route: PartnerRoute, tls: TLSContexts, before deadline: NIODeadline
    ) async throws(TransportFailure) -> ClientConnection {
        let generation = tls.current
        guard generation.knows(route.partner) else { throw TransportFailure(.partnerUnknown, detail: route.partner) }
        let left = deadline - .now()
        guard left > .zero else { throw TransportFailure(.connectTimeout, detail: "no time left") }
        let (end, record) = (ConnectionEnd(), VerificationRecord())
        let bootstrap = ClientBootstrap(group: tls.runtime.eventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let verifier = tls.serverVerifier(generation, record: record, route: route)
                    let pipeline = try addTLS(to: channel, route: route, context: generation.clientContext, verifier: verifier)
                    let limits = route.limits.shakingHands(within: Duration(left))
                    try addExchanges(to: pipeline, limits: limits) { ready in
                        ExchangeHandler(limits: limits, record: record, ready: ready, end: end, threads: tls.runtime.filePool)
                    }
                }
            }
        let attempt = connect(bootstrap, route, end: end, within: left)
        let outcome = attempt.eventLoop.makePromise(of: (any Channel).self)
        attempt.cascade(to: outcome)
        do {
            let channel = try await withTaskCancellationHandler {
                try await outcome.futureResult.get()
            } onCancel: {
                outcome.fail(TransportFailure(.stopped))
                attempt.whenSuccess { $0.close(promise: nil) }
            }
            return ClientConnection(channel: channel, record: record, end: end)
        } catch {
            throw FailureDiagnosis.connecting(error, to: route.endpoint)
        }
    }

    /// The channel, its handshake done.
    private static func connect(
        _ bootstrap: ClientBootstrap, _ route: PartnerRoute, end: ConnectionEnd, within left: TimeAmount
    ) -> EventLoopFuture<any Channel> {
        bootstrap
            .connectTimeout(min(TimeAmount(route.limits.connectTimeout), left))
            .connect(host: route.endpoint.host, port: route.endpoint.port)
            .flatMap { channel in
                channel.eventLoop.submit { try channel.pipeline.syncOperations.handler(type: ExchangeHandler.self).isReady }
                    // A connection that has ended meanwhile has no handlers any more; the last one noted why.
                    .flatMapErrorThrowing { _ in throw end.failure }
                    .flatMap { $0 }.map { channel }
            }
    }

    /// Carries one exchange. The task's cancellation closes the connection.
    func perform(
        _ head: HTTPRequestHead, body: any ByteSource, deadline: NIODeadline, patience: Duration
    ) async throws(TransportFailure) -> ClientExchange.Outcome {
        let outcome = channel.eventLoop.makePromise(of: ClientExchange.Outcome.self)
        let exchange = ClientExchange(head: head, body: body, deadline: deadline, patience: patience, outcome: outcome)
        let written = channel.eventLoop.makePromise(of: Void.self)
        // A channel that is gone has no handler to settle the outcome; one that has settled it ignores this.
        written.futureResult.whenFailure { [end] _ in outcome.fail(end.failure) }
        do {
            return try await withTaskCancellationHandler {
                channel.writeAndFlush(exchange, promise: written)
                return try await outcome.futureResult.get()
            } onCancel: {
                channel.close(promise: nil)
            }
        } catch {
            let failure = error as? TransportFailure ?? FailureDiagnosis.exchange(error, isFirst: false)
            guard Task.isCancelled else { throw failure }
            throw TransportFailure(.stopped, requestWasSent: failure.requestWasSent, detail: failure.detail).whole(failure.requestWasWhole)
        }
    }

    /// Whether it may carry another exchange: alive, and its server judged by the trust in force, lately. If not, a new one has to be opened.
    func isFit(under tls: TLSContexts) -> Bool { channel.isActive && record.admitted.map(tls.isFresh) == true }

    func close() { channel.close(promise: nil) }

    private static func addTLS(
        to channel: any Channel, route: PartnerRoute, context: NIOSSLContext, verifier: PeerVerifier
    ) throws -> ChannelPipeline.SynchronousOperations {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(
            NIOSSLClientHandler(
                context: context, serverHostname: route.endpoint.isAddress ? nil : route.endpoint.host,
                customVerificationCallback: { verifier.verify($0, $1) }, configuration: .init()))
        return pipeline
    }

    private static func addExchanges(
        to pipeline: ChannelPipeline.SynchronousOperations, limits: ClientLimits,
        _ makeHandler: (_ ready: EventLoopPromise<Void>) -> ExchangeHandler
    ) throws {
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = limits.maximumHeader
        decoder.maxHeaderListSize = limits.maximumHeader
        decoder.maxHeaderFieldCount = limits.maximumFields
        try pipeline.addHandler(HTTPRequestEncoder())
        try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder(limitConfiguration: decoder)))
        let ready = pipeline.eventLoop.makePromise(of: Void.self)
        do {
            try pipeline.addHandler(makeHandler(ready))
        } catch {
            // Once added, the handler settles the promise whatever happens.
            ready.fail(error)
            throw error
        }
    }
}
