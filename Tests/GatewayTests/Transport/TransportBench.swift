import AS4
import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Signatures
import Testing

@testable import Gateway

/// A listener of the test with the partner "region" (certificate `client`), and clients to it.
struct TransportBench {
    let pki: TransportPKI
    let clock: TestClock
    let received: RequestLog
    let port: Int
    let listener: Listener
    let tls: TLSContexts
    private let group: ServiceGroup

    static func quietLogger() -> Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    static func runtime(_ clock: TestClock) -> TransportRuntime {
        TransportRuntime(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, blockingPool: NIOThreadPool.singleton, logger: quietLogger(),
            now: { clock.now })
    }

    /// Runs a listener while `body` runs, then shuts it down gracefully.
    static func serve<Result: Sendable>(
        _ limits: ListenerLimits = ListenerLimits(), as server: String = "server", peers: [PeerTrust]? = nil,
        scratch: any ScratchSpace = MemoryScratch(), refusals: RefusalTrail? = nil,
        respond: @escaping @Sendable (ReceivedRequest) async -> HTTPAnswer = TransportBench.echo,
        _ body: @escaping @Sendable (TransportBench) async throws -> Result
    ) async throws -> Result {
        let pki = try TransportPKI.made()
        let (clock, log) = (TestClock(), RequestLog())
        let peers = try peers ?? [PeerTrust(partner: "region", policy: pki.policy(pinning: ["client"]))]
        let tls = try TLSContexts(identity: pki.identity(server), peers: peers, runtime: runtime(clock))
        let setup = ListenerSetup(host: "127.0.0.1", port: 0, path: "/as4", scratch: scratch, limits: limits, refusals: refusals)
        let listener = Listener(setup: setup, tls: tls) { request in
            log.note(request)
            return await respond(request)
        }
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [listener], logger: quietLogger()))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let address = try #require(await listener.boundAddress())
            let bench = TransportBench(
                pki: pki, clock: clock, received: log, port: address.port, listener: listener, tls: tls, group: group)
            let result = try await body(bench)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }

    static let echo: @Sendable (ReceivedRequest) async -> HTTPAnswer = { request in
        HTTPAnswer(
            status: 200, contentType: "text/plain", headers: [HTTPAnswer.Field(name: "X-Partner", value: request.peer.partner)],
            body: request.bytes)
    }

    func shutDown() async { await group.triggerGracefulShutdown() }

    /// Our client, as the named certificate, trusting `pins` under the name "kommun".
    func client(
        as name: String = "client", host: String = "localhost", pins: [String] = ["server"], clock: TestClock? = nil,
        limits: ClientLimits = ClientLimits()
    ) throws -> PartnerClient {
        try Self.client(as: name, endpoint: ClientEndpoint(host: host, port: port, path: "/as4"), pins: pins, clock: clock, limits: limits)
    }

    static func client(
        as name: String = "client", endpoint: ClientEndpoint, pins: [String] = ["server"], clock: TestClock? = nil,
        limits: ClientLimits = ClientLimits()
    ) throws -> PartnerClient {
        let pki = try TransportPKI.made()
        let tls = try TLSContexts(
            identity: pki.identity(name), peers: [PeerTrust(partner: "kommun", policy: pki.policy(pinning: pins))],
            runtime: runtime(clock ?? TestClock()))
        return PartnerClient(route: PartnerRoute(partner: "kommun", endpoint: endpoint, limits: limits), tls: tls)
    }

    /// Sends bytes over TLS as a client that knows no manners.
    func raw(_ name: String? = "client") async throws -> RawTLSClient {
        try await RawTLSClient.connect(port: port, settings: pki.rawClient(name))
    }

    /// The listener serves a decent request still.
    func survives() async throws {
        let client = try client()
        let answer = try await client.post(contentType: "text/plain", body: Array("alive".utf8), timeout: .seconds(10))
        #expect(answer.status == 200)
        await client.close()
    }
}
