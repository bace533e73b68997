import Documents
import Glibc
import TestSupport
import Testing

@testable import Gateway

@Suite("Failures of a partner client", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct PartnerClientFailureTests {
    private static func failure(
        _ endpoint: ClientEndpoint, timeout: Duration = .seconds(10), limits: ClientLimits = ClientLimits()
    ) async throws -> TransportFailure {
        let client = try TransportBench.client(endpoint: endpoint, limits: limits)
        let failure = await #expect(throws: TransportFailure.self) {
            try await client.post(contentType: "text/plain", body: [1], timeout: timeout)
        }
        await client.close()
        return try #require(failure)
    }

    private static func failure(
        _ script: ScriptedServer.Script, timeout: Duration = .seconds(10), handshake: Duration = .seconds(10)
    ) async throws -> TransportFailure {
        var limits = ClientLimits()
        (limits.maximumBody, limits.handshakeTimeout) = (1000, handshake)
        return try await ScriptedServer.run(script) { try await failure($0.endpoint, timeout: timeout, limits: limits) }
    }

    @Test("A host without address, a port without listener and a network without way are told apart")
    func network() async throws {
        let unnamed = try await Self.failure(ClientEndpoint(host: "finns-inte.invalid", port: 1, path: "/"))
        #expect(unnamed.is(.nameNotFound), "\(unnamed)")
        #expect(!unnamed.requestWasSent && unnamed.isTemporary)
        for host in ["localhost", "127.0.0.1"] {
            let refused = try await Self.failure(ClientEndpoint(host: host, port: 1, path: "/"))
            #expect(refused.is(.connectionRefused), "\(refused)")
            #expect(refused.detail?.hasPrefix("\(host):1: ") == true)
        }
        // TCP has no way to a broadcast address.
        let unreachable = try await Self.failure(ClientEndpoint(host: "255.255.255.255", port: 1, path: "/"))
        #expect(unreachable.is(.unreachable), "\(unreachable)")
    }

    @Test("A server that does not take the connection is a connect time-out")
    func connectTimeout() async throws {
        // A listening socket nobody accepts from, with its queue full, leaves further clients without an answer.
        let listener = try #require(StuffedListener())
        defer { listener.close() }
        var limits = ClientLimits()
        limits.connectTimeout = .milliseconds(300)
        let endpoint = ClientEndpoint(host: "127.0.0.1", port: listener.port, path: "/")
        let failure = try await Self.failure(endpoint, limits: limits)
        #expect(failure.is(.connectTimeout), "\(failure)")
    }

    @Test("A server that says nothing or not TLS fails the handshake in time")
    func handshake() async throws {
        let silent = try await Self.failure(.silent, handshake: .milliseconds(500))
        #expect(silent.is(.handshakeFailed), "\(silent)")
        let begun = ContinuousClock.now
        let hurried = try await Self.failure(.silent, timeout: .milliseconds(500))
        #expect(hurried.is(.handshakeFailed), "\(hurried)")
        #expect(ContinuousClock.now - begun < .seconds(5))
        let plain = try await Self.failure(.plain("HTTP/1.1 400 Bad Request\r\n\r\n"))
        #expect(plain.is(.handshakeFailed), "\(plain)")
        #expect(plain.detail == "HTTP_REQUEST" || plain.detail == "WRONG_VERSION_NUMBER", "\(plain)")
        #expect(!silent.requestWasSent && !plain.requestWasSent)
    }

    @Test("No answer in time and a broken connection say that the request may have arrived")
    func sent() async throws {
        let late = try await Self.failure(.mute, timeout: .seconds(2))
        #expect(late.is(.answerTimeout) && late.requestWasSent, "\(late)")
        let lost = try await Self.failure(.drop)
        #expect(lost.is(.connectionLost) && lost.requestWasSent, "\(lost)")
        let half = try await Self.failure(.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", closes: true))
        #expect(half.requestWasSent && (half.is(.connectionLost) || half.is(.malformedAnswer)), "\(half)")
    }

    static let answers: [(String, TransportCode)] = [
        ("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", .answerTooLarge),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n\(String(repeating: "a", count: 1001))\r\n0\r\n\r\n",
            .answerTooLarge
        ),
        ("HTTP/1.1 200 OK\r\nX: \(String(repeating: "a", count: 17 << 10))\r\n\r\n", .answerTooLarge),
        ("HTTP/1.1 200 OK\r\n" + (0..<65).map { "X\($0): a\r\n" }.joined() + "\r\n", .answerTooLarge),
        ("GARBAGE\r\n\r\n", .malformedAnswer), ("HTTP/2.0 200 OK\r\n\r\n", .malformedAnswer),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .malformedAnswer),
        ("HTTP/1.1 700 Odd\r\nContent-Length: 0\r\n\r\n", .malformedAnswer),
    ]

    @Test("An answer over the limits or against the rules is not taken", arguments: answers)
    func answer(text: String, code: TransportCode) async throws {
        let failure = try await Self.failure(.answer(text, closes: false))
        #expect(failure.is(code), "\(failure)")
        #expect(failure.requestWasSent)
    }

    @Test("An answer of any status is an answer, with body, fields and content type")
    func statuses() async throws {
        let text = "HTTP/1.1 500 Oj\r\nContent-Type: application/soap+xml\r\nX-A: b\r\nContent-Length: 2\r\n\r\nhi"
        try await ScriptedServer.run(.answer(text, closes: false)) { server in
            let client = try TransportBench.client(endpoint: server.endpoint)
            for _ in 0..<3 {
                let answer = try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10))
                #expect(answer.status == 500)
                #expect(answer.contentType == "application/soap+xml")
                #expect(answer.header("x-a") == "b")
                #expect(answer.body == Array("hi".utf8))
            }
            await client.close()
        }
    }

    @Test("Bytes after an answer are not taken for the next answer")
    func unasked() async throws {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1 201 Odd\r\nContent-Length: 2\r\n\r\nno"
        try await ScriptedServer.run(.answer(text, closes: false)) { server in
            let client = try TransportBench.client(endpoint: server.endpoint)
            for _ in 0..<3 {
                #expect(try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(10)).status == 200)
            }
            await client.close()
        }
    }

    @Test("Every code of the transport has a text and a remedy in both languages", arguments: TransportCode.allCases)
    func codes(code: TransportCode) {
        let failure = TransportFailure(code)
        #expect(!failure.text.sv.isEmpty && !failure.text.en.isEmpty && !failure.remedy.sv.isEmpty && !failure.remedy.en.isEmpty)
        #expect(TransportCode.allCases.filter { $0.text == code.text }.count == 1)
    }
}
