import TestSupport
import Testing

@testable import Gateway

@Suite("Connection caps", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ConnectionCapTests {
    private static let request = "POST /as4 HTTP/1.1\r\nHost: gw\r\nContent-Length: 0\r\n\r\n"

    @Test(
        "Connections over the cap, in all or from one address, are closed at once, and places become free again",
        arguments: [true, false])
    func cap(perAddress: Bool) async throws {
        var limits = ListenerLimits()
        if perAddress { limits.maximumConnectionsPerAddress = 2 } else { limits.maximumConnections = 2 }
        try await TransportBench.serve(limits) { bench in
            let (first, second) = (try await bench.raw(), try await bench.raw())
            #expect(try await eventually { bench.listener.load.connections == 2 })
            let third = try await PlainConnection.open(port: bench.port)
            #expect(try await third.closed())
            first.send(Self.request)
            second.send(Self.request)
            #expect(try await first.answers(1) == [200])
            #expect(try await second.answers(1) == [200])
            first.close()
            #expect(try await eventually { bench.listener.load.connections == 1 })
            try await bench.survives()
            second.close()
        }
    }

    @Test("A partner over its own cap is told so, and others are served")
    func perPartner() async throws {
        var limits = ListenerLimits()
        limits.maximumConnectionsPerPartner = 1
        let pki = try TransportPKI.made()
        let peers = [
            PeerTrust(partner: "region", policy: try pki.policy(pinning: ["client"])),
            PeerTrust(partner: "other", policy: try pki.policy(pinning: ["client-other"])),
        ]
        try await TransportBench.serve(limits, peers: peers) { bench in
            let first = try await bench.raw()
            first.send(Self.request)
            #expect(try await first.answers(1) == [200])
            let second = try await bench.raw()
            second.send(Self.request)
            #expect(try await second.closed())
            #expect(second.statuses == [503] && second.text.contains("G114"))
            let other = try await bench.raw("client-other")
            other.send(Self.request)
            #expect(try await other.answers(1) == [200])
            first.close()
            #expect(try await eventually { bench.listener.load.connections == 1 })
            try await bench.survives()
            other.close()
        }
    }

    @Test("Two hundred connections that say nothing do not keep a partner waiting")
    func flood() async throws {
        var limits = ListenerLimits()
        limits.maximumConnectionsPerAddress = 300
        let patience = limits.handshakeTimeout
        try await TransportBench.serve(limits) { bench in
            var idle: [PlainConnection] = []
            for _ in 0..<200 { idle.append(try await PlainConnection.open(port: bench.port)) }
            let begun = ContinuousClock.now
            try await bench.survives()
            #expect(ContinuousClock.now - begun < patience)
            for connection in idle { connection.close() }
        }
    }
}
