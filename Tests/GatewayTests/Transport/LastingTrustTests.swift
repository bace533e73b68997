import Documents
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("Trust in connections that last", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct LastingTrustTests {
    private static let request = "POST /as4 HTTP/1.1\r\nHost: gw\r\nContent-Length: 4\r\n\r\nbody"

    /// What happens to the trust in the certificate `client-short` or `server-short` while a connection is open.
    enum Event: String, CaseIterable, Sendable {
        case revoked = "a new list names it"
        case unpinned = "its pin is taken away"
        case ended = "it ends"
        case listStale = "the revocation list grows stale"

        /// Whom to trust before and after.
        func policies(_ name: String, _ pki: TransportPKI) throws -> (before: TrustPolicy, after: TrustPolicy?) {
            var before = try pki.policy(pinning: [name])
            var after = before
            switch self {
            case .revoked: after.crls = [try pki.revocationList(revoking: [name])]
            case .unpinned: after.pins = [Pin(.leaf, of: try pki.certificate("client-other"))]
            case .ended: return (before, nil)
            case .listStale:
                before.crls = [try pki.revocationList(days: 1)]
                return (before, nil)
            }
            return (before, after)
        }

        /// The certificate lasts two days, the list one.
        var daysLater: Double {
            switch self {
            case .revoked, .unpinned: 0
            case .ended: 3
            case .listStale: 1.5
            }
        }
    }

    @Test("A request on an open connection is refused once the client's certificate is not trusted any more", arguments: Event.allCases)
    func server(_ event: Event) async throws {
        let pki = try TransportPKI.made()
        let (before, after) = try event.policies("client-short", pki)
        let other = PeerTrust(partner: "other", policy: try pki.policy(pinning: ["client"]))
        try await TransportBench.serve(peers: [PeerTrust(partner: "region", policy: before), other]) { bench in
            let (leaves, stays) = (try await bench.raw("client-short"), try await bench.raw("client"))
            for client in [leaves, stays] {
                client.send(Self.request)
                #expect(try await client.answers(1) == [200])
            }
            if let after {
                try bench.tls.reload(identity: pki.identity("server"), peers: [PeerTrust(partner: "region", policy: after), other])
            }
            bench.clock.set(daysAhead: event.daysLater)
            for client in [leaves, stays] { client.send(Self.request) }
            #expect(try await leaves.closed())
            // Without a fresh list nobody knows: the client is to come again.
            let (status, code) = event == .listStale ? (503, "G123") : (403, "G116")
            #expect(leaves.statuses == [200, status] && leaves.text.contains(code), "\(leaves.text)")
            #expect(try await stays.answers(2) == [200, 200], "\(stays.text)")
            #expect(bench.received.count == 3)
            stays.close()
        }
    }

    @Test("A request that came together with the one before it is judged by the trust of when its turn comes")
    func pipelined() async throws {
        let pki = try TransportPKI.made()
        let (begun, mayEnd) = (Announcement<Bool>(), Announcement<Bool>())
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { _ in
            begun.tell(true)
            _ = await mayEnd.value
            return HTTPAnswer(status: 200)
        }
        try await TransportBench.serve(respond: slow) { bench in
            let client = try await bench.raw()
            client.send(Self.request + Self.request + Self.request)
            _ = await begun.value
            var policy = try pki.policy(pinning: ["client"])
            policy.crls = [try pki.revocationList(revoking: ["client"])]
            try bench.tls.reload(identity: pki.identity("server"), peers: [PeerTrust(partner: "region", policy: policy)])
            mayEnd.tell(true)
            #expect(try await client.closed())
            #expect(client.statuses == [200, 403])
            #expect(bench.received.count == 1)
        }
    }

    @Test("A connection that is judged again and still trusted carries pipelined requests, whole and in order")
    func judgedAgain() async throws {
        try await TransportBench.serve { bench in
            let client = try await bench.raw()
            for round in 1...3 {
                client.send(Self.request + Self.request)
                #expect(try await client.answers(2 * round) == [Int](repeating: 200, count: 2 * round))
                bench.clock.set(daysAhead: Double(round))
            }
            #expect(bench.received.all.allSatisfy { $0.bytes == Array("body".utf8) })
            #expect(bench.listener.load.connections == 1)
            client.close()
        }
    }

    @Test("A kept connection to a partner is not used once its certificate is not trusted any more", arguments: Event.allCases)
    func client(_ event: Event) async throws {
        let pki = try TransportPKI.made()
        let (before, after) = try event.policies("server-short", pki)
        try await TransportBench.serve(as: "server-short") { bench in
            let clock = TestClock()
            let tls = try TLSContexts(
                identity: pki.identity("client"), peers: [PeerTrust(partner: "kommun", policy: before)],
                runtime: TransportBench.runtime(clock))
            let endpoint = ClientEndpoint(host: "localhost", port: bench.port, path: "/as4")
            let client = PartnerClient(route: PartnerRoute(partner: "kommun", endpoint: endpoint), tls: tls)
            for _ in 0..<2 { #expect(try await client.post(contentType: "text/plain", body: [], timeout: .seconds(10)).status == 200) }
            #expect(bench.listener.load.connections == 1)
            if let after { try tls.reload(identity: pki.identity("client"), peers: [PeerTrust(partner: "kommun", policy: after)]) }
            clock.set(daysAhead: event.daysLater)
            let failure = await #expect(throws: TransportFailure.self) {
                try await client.post(contentType: "text/plain", body: [], timeout: .seconds(10))
            }
            #expect(
                failure?.is(event == .listStale ? .revocationUnknown : .serverNotTrusted) == true && failure?.requestWasSent == false,
                "\(String(describing: failure))")
            #expect(bench.received.count == 2)
            await client.close()
        }
    }

    @Test("A connection that comes back after a reload is not handed to whoever waits for one")
    func waiter() async throws {
        let pki = try TransportPKI.made()
        let (begun, mayEnd) = (Announcement<Bool>(), Announcement<Bool>())
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { _ in
            begun.tell(true)
            _ = await mayEnd.value
            return HTTPAnswer(status: 200)
        }
        try await TransportBench.serve(respond: slow) { bench in
            let trust = PeerTrust(partner: "kommun", policy: try pki.policy(pinning: ["server"]))
            let tls = try TLSContexts(identity: pki.identity("client"), peers: [trust], runtime: TransportBench.runtime(TestClock()))
            var limits = ClientLimits()
            limits.maximumConnections = 1
            let endpoint = ClientEndpoint(host: "localhost", port: bench.port, path: "/as4")
            let client = PartnerClient(route: PartnerRoute(partner: "kommun", endpoint: endpoint, limits: limits), tls: tls)
            async let first = client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
            _ = await begun.value
            let second = Task { try await client.post(contentType: "text/plain", body: [2], timeout: .seconds(10)) }
            // The second has to stand in the queue before the reload; nothing outside the pool shows it.
            try await Task.sleep(for: .milliseconds(200))
            var policy = try pki.policy(pinning: ["server"])
            policy.crls = [try pki.revocationList(revoking: ["server"])]
            try tls.reload(identity: pki.identity("client"), peers: [PeerTrust(partner: "kommun", policy: policy)])
            mayEnd.tell(true)
            #expect(try await first.status == 200)
            let failure = await #expect(throws: TransportFailure.self) { try await second.value }
            #expect(failure?.is(.serverNotTrusted) == true)
            await client.close()
        }
    }
}
