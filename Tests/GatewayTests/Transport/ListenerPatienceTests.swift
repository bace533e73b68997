import TestSupport
import Testing

@testable import Gateway

@Suite("Patience of the listener", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ListenerPatienceTests {
    private static let head = "POST /as4 HTTP/1.1\r\nHost: gw\r\n"

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What the peer gets, empty when the connection is to be closed without a word.
        let answer: [String]
        let bytes: String
        /// One limit only is short: the others must not be what ends the connection on a slow machine.
        let shorten: @Sendable (inout ListenerLimits) -> Void
    }

    static let cases: [Case] = [
        Case(testDescription: "a head that stops", answer: ["HTTP/1.1 408", "G111"], bytes: "POST /as4 HTTP/1.1\r\nHos") {
            $0.headTimeout = .milliseconds(300)
        },
        Case(
            testDescription: "a body that trickles", answer: ["HTTP/1.1 408", "G112", "slower"],
            bytes: head + "Content-Length: 5000\r\n\r\na", shorten: { $0.rateGrace = .milliseconds(100) }),
        Case(
            testDescription: "a body that does not end", answer: ["HTTP/1.1 408", "G112", "longer"],
            bytes: head + "Transfer-Encoding: chunked\r\n\r\n400\r\n\(String(repeating: "a", count: 1024))\r\n",
            shorten: { $0.bodyTimeout = .milliseconds(500) }),
        Case(testDescription: "a connection that says nothing", answer: [], bytes: "") { $0.idleTimeout = .milliseconds(300) },
    ]

    @Test("A peer that keeps us waiting is cut off in time, and nothing it sent is handed on", arguments: cases)
    func cutsOff(_ example: Case) async throws {
        var limits = ListenerLimits()
        example.shorten(&limits)
        try await TransportBench.serve(limits) { bench in
            let client = try await bench.raw()
            client.send(example.bytes)
            let begun = ContinuousClock.now
            #expect(try await client.closed())
            #expect(ContinuousClock.now - begun < .seconds(8))
            for words in example.answer { #expect(client.text.contains(words), "\(client.text)") }
            #expect(client.text.isEmpty == example.answer.isEmpty)
            #expect(bench.received.count == 0)
            #expect(try await eventually { bench.listener.load == (0, 0) })
        }
    }

    @Test(
        "A connection that never begins TLS, or stops in the middle of it, is closed in time", arguments: ["", "\u{16}\u{03}\u{01}\u{02}"])
    func handshake(bytes: String) async throws {
        var limits = ListenerLimits()
        limits.handshakeTimeout = .milliseconds(300)
        try await TransportBench.serve(limits) { bench in
            let begun = ContinuousClock.now
            let half = try await PlainConnection.open(port: bench.port)
            half.send(bytes)
            #expect(try await half.closed())
            #expect(ContinuousClock.now - begun < .seconds(8))
            #expect(try await eventually { bench.listener.load == (0, 0) })
        }
    }
}
