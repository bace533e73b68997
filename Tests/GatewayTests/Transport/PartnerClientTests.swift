import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Partner client", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct PartnerClientTests {
    private final class Peak: Sendable {
        private let value = Mutex(0)
        func note(_ new: Int) { value.withLock { $0 = max($0, new) } }
        var highest: Int { value.withLock { $0 } }
    }

    @Test("Requests one after the other use one connection; at once, at most the allowed number")
    func reuse() async throws {
        let most = Peak()
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { request in
            try? await Task.sleep(for: .milliseconds(request.bytes.isEmpty ? 0 : 50))
            return HTTPAnswer(status: 200, body: request.bytes)
        }
        try await TransportBench.serve(respond: slow) { bench in
            let client = try bench.client()
            for _ in 0..<20 { _ = try await client.post(contentType: "text/plain", body: [], timeout: .seconds(10)) }
            #expect(bench.listener.load.connections == 1)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<40 {
                    tasks.addTask {
                        let answer = try await client.post(contentType: "text/plain", body: [UInt8(number)], timeout: .seconds(20))
                        #expect(answer.body == [UInt8(number)])
                        let open = bench.listener.load.connections
                        most.note(open)
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(most.highest == 4)
            await client.close()
            #expect(try await eventually { bench.listener.load.connections == 0 })
        }
    }

    @Test("A connection that the server closed while it rested is replaced without an error")
    func staleConnection() async throws {
        var limits = ListenerLimits()
        limits.idleTimeout = .seconds(1)
        try await TransportBench.serve(limits) { bench in
            let client = try bench.client()
            for _ in 0..<2 {
                #expect(try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10)).status == 200)
                #expect(try await eventually { bench.listener.load.connections == 0 })
            }
            await client.close()
        }
    }

    @Test("A connection at rest is closed by us after its time")
    func idleLifetime() async throws {
        try await TransportBench.serve { bench in
            var limits = ClientLimits()
            limits.idleLifetime = .milliseconds(100)
            let client = try bench.client(limits: limits)
            _ = try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
            #expect(try await eventually(within: .seconds(3)) { bench.listener.load.connections == 0 })
            await client.close()
        }
    }

    @Test("A body of 15 MiB goes and comes whole")
    func large() async throws {
        try await TransportBench.serve { bench in
            var limits = ClientLimits()
            limits.maximumBody = 16 << 20
            let client = try bench.client(limits: limits)
            let body = (0..<15 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            #expect(try await client.post(contentType: "text/plain", body: body, timeout: .seconds(30)).body == body)
            await client.close()
        }
    }

    @Test("An early refusal of a large body is read as an answer, not as a broken connection")
    func earlyRefusal() async throws {
        var limits = ListenerLimits()
        limits.maximumBody = 1000
        try await TransportBench.serve(limits) { bench in
            let client = try bench.client()
            let body = [UInt8](repeating: 1, count: 4 << 20)
            for _ in 0..<5 {
                let answer = try await client.post(contentType: "text/plain", body: body, timeout: .seconds(10))
                #expect(answer.status == 413)
            }
            await client.close()
        }
    }

    @Test("Waiting for a free connection ends with the time allowed, and the next in turn is served")
    func busy() async throws {
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { _ in
            try? await Task.sleep(for: .milliseconds(400))
            return HTTPAnswer(status: 200)
        }
        try await TransportBench.serve(respond: slow) { bench in
            var limits = ClientLimits()
            limits.maximumConnections = 1
            let client = try bench.client(limits: limits)
            async let first = client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
            #expect(try await eventually { bench.received.count == 1 })
            let failure = await #expect(throws: TransportFailure.self) {
                try await client.post(contentType: "text/plain", body: [2], timeout: .milliseconds(100))
            }
            #expect(failure?.is(.connectionsBusy) == true)
            #expect(failure?.requestWasSent == false)
            #expect(try await client.post(contentType: "text/plain", body: [3], timeout: .seconds(10)).status == 200)
            #expect(try await first.status == 200)
            #expect(bench.listener.load.connections == 1)
            await client.close()
        }
    }

    @Test("A cancelled request ends at once, and so does one after the client was closed")
    func stopping() async throws {
        // One that has the request and one that does not even shake hands.
        for script in [ScriptedServer.Script.mute, .silent] {
            try await ScriptedServer.run(script) { server in
                let client = try TransportBench.client(endpoint: server.endpoint)
                let task = Task { try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(60)) }
                try await Task.sleep(for: .milliseconds(300))
                let begun = ContinuousClock.now
                task.cancel()
                let result = await task.result
                let failure = #expect(throws: TransportFailure.self) { try result.get() }
                #expect(failure?.is(.stopped) == true, "\(String(describing: failure))")
                #expect(ContinuousClock.now - begun < .seconds(1.5))
                await client.close()
            }
        }
        try await ScriptedServer.run(.mute) { server in
            let client = try TransportBench.client(endpoint: server.endpoint)
            await client.close()
            let failure = await #expect(throws: TransportFailure.self) {
                try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(5))
            }
            #expect(failure?.is(.stopped) == true)
        }
    }
}
