import AS4
import Documents
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("Life of a listener", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ListenerLifeTests {
    private static let request = "POST /as4 HTTP/1.1\r\nHost: gw\r\nContent-Length: 4\r\n\r\n"

    @Test("A graceful shutdown answers the running requests, closes resting connections and takes no new ones")
    func gracefulShutdown() async throws {
        let (begun, mayEnd) = (Announcement<Bool>(), Announcement<Bool>())
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { request in
            if request.bytes == Array("work".utf8) {
                begun.tell(true)
                _ = await mayEnd.value
            }
            return HTTPAnswer(status: 200, body: request.bytes)
        }
        // Half a head and half a body wait through the test, however slow the machine.
        var limits = ListenerLimits()
        (limits.headTimeout, limits.rateGrace) = (.seconds(60), .seconds(60))
        try await TransportBench.serve(limits, respond: slow) { bench in
            let (running, receiving) = (try await bench.raw(), try await bench.raw())
            let (beginning, resting) = (try await bench.raw(), try await bench.raw())
            running.send(Self.request + "work")
            receiving.send(Self.request + "ha")
            try await beginning.sendNow("POST /as4 HTTP/1.1\r\nHost: gw\r\n")
            _ = await begun.value
            // A begun head has no trace outside its connection: requests through every event loop show that it was read.
            for _ in 0..<8 { try await bench.survives() }
            #expect(try await eventually { bench.listener.load == (4, 6) })
            await bench.shutDown()
            #expect(try await resting.closed())
            #expect(resting.text.isEmpty)
            try await Task.sleep(for: .milliseconds(300))
            await #expect(throws: (any Error).self) { try await PlainConnection.open(port: bench.port) }
            beginning.send("Content-Length: 0\r\n\r\n")
            #expect(try await beginning.closed())
            #expect(beginning.statuses == [503] && beginning.text.contains("G113"))
            receiving.send("lf")
            #expect(try await receiving.closed())
            #expect(receiving.statuses == [200] && receiving.text.hasSuffix("half"))
            #expect(!running.isClosed)
            mayEnd.tell(true)
            #expect(try await running.closed())
            #expect(running.statuses == [200] && running.text.lowercased().contains("connection: close"))
            #expect(try await eventually { bench.listener.load == (0, 0) })
        }
    }

    @Test("A reload trusts anew: open connections of a partner that stays are served on, of one that left refused, new ones judged anew")
    func reload() async throws {
        let pki = try TransportPKI.made()
        let peers = ["client", "client-other"].map { name in
            (name, Result { PeerTrust(partner: name, policy: try pki.policy(pinning: [name], kind: .spki)) })
        }
        try await TransportBench.serve(peers: peers.map { try $0.1.get() }) { bench in
            let (stays, leaves) = (try await bench.raw("client"), try await bench.raw("client-other"))
            for client in [stays, leaves] {
                client.send(Self.request + "body")
                #expect(try await client.answers(1) == [200])
            }
            let next = try pki.policy(pinning: ["client", "client-unpinned"])
            try bench.tls.reload(identity: pki.identity("server-next"), peers: [PeerTrust(partner: "client", policy: next)])
            for client in [stays, leaves] { client.send(Self.request + "body") }
            #expect(try await stays.answers(2) == [200, 200])
            #expect(try await leaves.closed())
            #expect(leaves.statuses == [200, 403] && leaves.text.contains("G116"))
            // The new identity is shown, and the new pin is believed.
            let new = try bench.client(as: "client-unpinned", pins: ["server-next"])
            #expect(try await new.post(contentType: "text/plain", body: [], timeout: .seconds(10)).status == 200)
            let old = try bench.client(as: "client", pins: ["server"])
            let failure = await #expect(throws: TransportFailure.self) {
                try await old.post(contentType: "text/plain", body: [], timeout: .seconds(10))
            }
            #expect(failure?.cause?.code == TrustCode.notPinned.rawValue)
            stays.close()
            await new.close()
            await old.close()
        }
    }

    @Test("A hundred reloads under load lose no request")
    func reloadsUnderLoad() async throws {
        try await TransportBench.serve { bench in
            let client = try bench.client()
            let peers = [PeerTrust(partner: "region", policy: try bench.pki.policy(pinning: ["client"]))]
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 0..<4 {
                    tasks.addTask {
                        for _ in 0..<50 {
                            let answer = try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
                            #expect(answer.status == 200)
                        }
                    }
                }
                for _ in 0..<100 { try bench.tls.reload(identity: bench.pki.identity("server"), peers: peers) }
                try await tasks.waitForAll()
            }
            #expect(bench.received.count == 200)
            await client.close()
        }
    }

    @Test("An address that is taken is an error of run, and nothing is announced")
    func addressTaken() async throws {
        try await TransportBench.serve { bench in
            let setup = ListenerSetup(host: "127.0.0.1", port: bench.port, path: "/as4", scratch: MemoryScratch())
            let second = Listener(setup: setup, tls: bench.tls, respond: TransportBench.echo)
            await #expect(throws: (any Error).self) { try await second.run() }
            #expect(await second.boundAddress() == nil)
        }
    }
}
