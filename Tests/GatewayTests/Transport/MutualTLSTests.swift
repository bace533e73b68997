import Documents
import NIOSSL
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("Mutual TLS", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct MutualTLSTests {
    @Test("A request of a pinned partner is answered, and the listener knows who asked", arguments: [Pin.Kind.leaf, .spki])
    func pinned(kind: Pin.Kind) async throws {
        let pki = try TransportPKI.made()
        let peers = [
            PeerTrust(partner: "other", policy: try pki.policy(pinning: ["client-other"])),
            PeerTrust(partner: "region", policy: try pki.policy(pinning: ["client"], kind: kind)),
        ]
        try await TransportBench.serve(peers: peers) { bench in
            let client = try bench.client()
            let answer = try await client.post(contentType: "application/soap+xml", body: Array("abc".utf8), timeout: .seconds(10))
            #expect(answer.status == 200)
            #expect(answer.body == Array("abc".utf8))
            #expect(answer.header("x-partner") == "region")
            let request = try #require(bench.received.all.first)
            #expect(request.contentType == "application/soap+xml")
            #expect(request.path == "/as4")
            #expect(request.peer.certificateSHA256 == Hexadecimal.text(try pki.certificate("client").sha256))
            #expect(request.peer.address == "127.0.0.1")
            await client.close()
        }
    }

    @Test(
        "A client without the right certificate is refused in the handshake and nothing it sends is read",
        arguments: ["client-unpinned", "client-evil", "client-short", "client-server-only"])
    func refusedClient(name: String) async throws {
        let pki = try TransportPKI.made()
        // All but the unpinned one are pinned: the chain check alone must refuse them.
        let pins = ["client", "client-evil", "client-short", "client-server-only"]
        let peers = [PeerTrust(partner: "region", policy: try pki.policy(pinning: pins))]
        try await TransportBench.serve(peers: peers) { bench in
            bench.clock.set(daysAhead: 10)
            let client = try bench.client(as: name)
            let failure = await #expect(throws: TransportFailure.self) {
                try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
            }
            #expect(failure?.is(.refusedByPeer) == true, "\(String(describing: failure))")
            #expect(failure?.requestWasSent == false)
            #expect(failure?.isTemporary == true)
            #expect(bench.received.count == 0)
            try await bench.survives()
            await client.close()
        }
    }

    @Test("A client without any certificate is refused in the handshake", arguments: [TLSVersion.tlsv12, .tlsv13])
    func noCertificate(version: TLSVersion) async throws {
        try await TransportBench.serve { bench in
            var settings = try bench.pki.rawClient(nil)
            (settings.minimumTLSVersion, settings.maximumTLSVersion) = (version, version)
            let client = try await RawTLSClient.connect(port: bench.port, settings: settings)
            client.send("POST /as4 HTTP/1.1\r\nHost: gw\r\nContent-Length: 0\r\n\r\n")
            #expect(try await client.closed())
            #expect(client.text.isEmpty)
            #expect(bench.received.count == 0)
        }
    }

    @Test(
        "A server we must not trust is refused, and the cause is told",
        arguments: [
            ("server-elsewhere", "server-elsewhere", TrustCode.nameMismatch), ("server", "server-next", .notPinned),
            ("server-short", "server-short", .expired), ("server-evil", "server-evil", .noChain),
        ])
    func refusedServer(server: String, pin: String, cause: TrustCode) async throws {
        try await TransportBench.serve(as: server) { bench in
            let client = try bench.client(pins: [pin], clock: TestClock(daysAhead: 10))
            let failure = await #expect(throws: TransportFailure.self) {
                try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
            }
            #expect(failure?.is(.serverNotTrusted) == true, "\(String(describing: failure))")
            #expect(failure?.cause?.code == cause.rawValue)
            #expect(failure?.detail?.contains(cause.rawValue) == true)
            #expect(failure?.requestWasSent == false)
            #expect(bench.received.count == 0)
            await client.close()
        }
    }

    @Test("A server certificate counts for the host name and for the IP address it names", arguments: ["localhost", "127.0.0.1"])
    func namedServer(host: String) async throws {
        try await TransportBench.serve { bench in
            let client = try bench.client(host: host)
            #expect(try await client.post(contentType: "text/plain", body: [], timeout: .seconds(10)).status == 200)
            await client.close()
        }
    }

    @Test("A partner unknown to the trust in force is not called")
    func unknownPartner() async throws {
        let pki = try TransportPKI.made()
        let tls = try TLSContexts(identity: pki.identity("client"), peers: [], runtime: TransportBench.runtime(TestClock()))
        let endpoint = ClientEndpoint(host: "localhost", port: 1, path: "/")
        let client = PartnerClient(route: PartnerRoute(partner: "nobody", endpoint: endpoint), tls: tls)
        let failure = await #expect(throws: TransportFailure.self) {
            try await client.post(contentType: "text/plain", body: [], timeout: .seconds(5))
        }
        #expect(failure?.is(.partnerUnknown) == true)
    }
}
