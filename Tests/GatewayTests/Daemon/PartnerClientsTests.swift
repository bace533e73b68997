import AS4
import Foundation
import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import Gateway

@Suite("Connections to partners", .timeLimit(.minutes(1)))
struct PartnerClientsTests {
    private let region: TestSide
    private let request = StreamedEntity(contentType: "text/plain", body: MemorySource([1]))

    init() throws { region = try TestSide() }

    private func failure(_ clients: PartnerClients, _ partner: String = "kommun") async -> TransportFailure? {
        guard case .failure(let failure) = await clients.post(request, to: partner, timeout: .seconds(10)) else { return nil }
        return failure
    }

    @Test("A reload with another address is followed, also by whoever still holds the old connections")
    func followsAddress() async throws {
        let (first, second) = (try FreePort.next(), try FreePort.next())
        func parts(_ port: Int) throws -> GatewayParts { try region.parts { $0.partners[0].port = port } }
        let current = CurrentParts(try parts(first))
        let (threads, pool) = (MultiThreadedEventLoopGroup(numberOfThreads: 1), BlockingPool(threadCount: 2))
        let runtime = TransportRuntime(eventLoopGroup: threads, blockingPool: pool.threadPool, logger: CollectedLog().log.logger)
        let tls = try TLSContexts(
            identity: GatewayDaemon.identity(region.parts), peers: GatewayDaemon.peers(region.parts), runtime: runtime)
        let clients = PartnerClients(tls: tls, current: current)

        let refused = try #require(await failure(clients))
        #expect(refused.is(.connectionRefused) && refused.detail?.contains("\(first)") == true, "\(refused)")
        current.replace(with: try parts(second))
        await clients.configurationChanged()
        #expect(await failure(clients)?.detail?.contains("\(second)") == true)

        let unknown = try #require(await failure(clients, "nobody"))
        #expect(unknown.is(.partnerUnknown))
        await clients.close()
        await pool.stop()
        try await threads.shutdownGracefully()
    }

    @Test("Routes are the same when address and limits are")
    func routes() {
        let endpoint = ClientEndpoint(host: "a", port: 1, path: "/x")
        var limits = ClientLimits()
        let route = PartnerRoute(partner: "a", endpoint: endpoint, limits: limits)
        #expect(route == PartnerRoute(partner: "a", endpoint: endpoint))
        limits.maximumConnections += 1
        #expect(route != PartnerRoute(partner: "a", endpoint: endpoint, limits: limits))
        #expect(route != PartnerRoute(partner: "a", endpoint: ClientEndpoint(host: "a", port: 2, path: "/x")))
    }
}
