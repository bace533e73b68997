import TestSupport
import Testing

@testable import Gateway

@Suite("A partner's share of the listener", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct PartnerShareTests {
    private static let head = "POST /as4 HTTP/1.1\r\nHost: gw\r\n"

    private static func peers() throws -> [PeerTrust] {
        let pki = try TransportPKI.made()
        return [
            PeerTrust(partner: "region", policy: try pki.policy(pinning: ["client"])),
            PeerTrust(partner: "other", policy: try pki.policy(pinning: ["client-other"])),
        ]
    }

    @Test("Requests over the partner's share get 503 and Retry-After, other partners are served, and answers make room again")
    func requests() async throws {
        let mayEnd = Announcement<Bool>()
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { request in
            if request.bytes == Array("slow".utf8) { _ = await mayEnd.value }
            return HTTPAnswer(status: 200)
        }
        var limits = ListenerLimits()
        limits.maximumRequestsPerPartner = 2
        let slowRequest = Self.head + "Content-Length: 4\r\n\r\nslow"
        let quickRequest = Self.head + "Content-Length: 4\r\n\r\nfast"
        try await TransportBench.serve(limits, peers: try Self.peers(), respond: slow) { bench in
            let (answered, receiving) = (try await bench.raw(), try await bench.raw())
            answered.send(slowRequest)
            // A request counts from its head on, whether its body has come or not.
            receiving.send(Self.head + "Content-Length: 4\r\n\r\nfa")
            #expect(try await eventually { bench.listener.load.bodyBytes == 6 })
            let third = try await bench.raw()
            third.send(quickRequest)
            #expect(try await third.closed())
            #expect(third.statuses == [503] && third.text.contains("G121") && third.text.lowercased().contains("retry-after: "))
            let other = try await bench.raw("client-other")
            other.send(quickRequest)
            #expect(try await other.answers(1) == [200])
            receiving.send("st")
            #expect(try await receiving.answers(1) == [200])
            for count in 2...4 {
                receiving.send(quickRequest)
                #expect(try await receiving.answers(count) == [Int](repeating: 200, count: count))
            }
            mayEnd.tell(true)
            #expect(try await answered.answers(1) == [200])
            for client in [answered, receiving, other] { client.close() }
        }
    }

    @Test("A request whose connection breaks, or that is refused, gives its place back")
    func givesBack() async throws {
        var limits = ListenerLimits()
        limits.maximumRequestsPerPartner = 1
        limits.maximumBody = 100
        try await TransportBench.serve(limits, peers: try Self.peers()) { bench in
            for ending in ["broken", "refused"] {
                let client = try await bench.raw()
                client.send(Self.head + "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n")
                #expect(try await eventually { bench.listener.load.bodyBytes == 4 })
                if ending == "refused" { client.send("no chunk\r\n") } else { client.close() }
                #expect(try await eventually { bench.listener.load == (0, 0) })
                try await bench.survives()
                #expect(try await eventually { bench.listener.load.connections == 0 })
            }
        }
    }

    @Test("Bodies over the partner's share of the memory get 503 and Retry-After, and other partners have theirs")
    func memory() async throws {
        var limits = ListenerLimits()
        limits.maximumBodiesPerPartner = 100_000
        let large = Self.head + "Content-Length: 80000\r\n\r\n"
        try await TransportBench.serve(limits, peers: try Self.peers()) { bench in
            let (first, second, other) = (try await bench.raw(), try await bench.raw(), try await bench.raw("client-other"))
            first.send(large + String(repeating: "a", count: 70_000))
            #expect(try await eventually { bench.listener.load.bodyBytes == 70_000 })
            second.send(large + String(repeating: "a", count: 80_000))
            #expect(try await second.closed())
            #expect(second.statuses == [503] && second.text.contains("G122") && second.text.lowercased().contains("retry-after: "))
            other.send(large + String(repeating: "a", count: 80_000))
            #expect(try await other.answers(1) == [200])
            first.send(String(repeating: "a", count: 10_000))
            #expect(try await first.answers(1) == [200])
            #expect(try await eventually { bench.listener.load.bodyBytes == 0 })
            first.close()
            other.close()
        }
    }
}
