import Foundation
import TestSupport
import Testing

@testable import Gateway

@Suite("Listener limits", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ListenerLimitsTests {
    private static let head = "POST /as4 HTTP/1.1\r\nHost: gw\r\n"

    private static var small: ListenerLimits {
        var limits = ListenerLimits()
        limits.maximumBody = 100_000
        return limits
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: Int
        let code: String
        let bytes: String
    }

    static let refused: [Case] = [
        Case(
            testDescription: "17 KiB of header", status: 431, code: "G104",
            bytes: head + "X: \(String(repeating: "a", count: 17 << 10))\r\n\r\n"),
        Case(
            testDescription: "17 KiB of header in many fields", status: 431, code: "G104",
            bytes: head + (0..<34).map { "X\($0): \(String(repeating: "a", count: 512))\r\n" }.joined() + "\r\n"),
        Case(
            testDescription: "65 fields", status: 431, code: "G104",
            bytes: head + "Content-Length: 0\r\n" + (0..<63).map { "X\($0): a\r\n" }.joined() + "\r\n"),
        Case(
            testDescription: "a target of 20 KiB", status: 414, code: "G103",
            bytes: "POST /\(String(repeating: "a", count: 20 << 10)) HTTP/1.1\r\n"),
        Case(testDescription: "a body over the limit", status: 413, code: "G108", bytes: head + "Content-Length: 100001\r\n\r\n"),
        Case(
            testDescription: "a body over the limit with Expect", status: 413, code: "G108",
            bytes: head + "Content-Length: 100001\r\nExpect: 100-continue\r\n\r\n"),
        Case(
            testDescription: "chunks over the limit", status: 413, code: "G108",
            bytes: head + "Transfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "4000\r\n\(String(repeating: "a", count: 0x4000))\r\n", count: 7)),
        Case(
            testDescription: "chunks that are mostly framing", status: 400, code: "G101",
            bytes: head + "Transfer-Encoding: chunked\r\n\r\n1;x=\(String(repeating: "a", count: 200_000))"),
        Case(
            testDescription: "a whole chunked request that is mostly framing", status: 400, code: "G101",
            bytes: head + "Transfer-Encoding: chunked\r\n\r\n1;x=\(String(repeating: "a", count: 40_000))\r\na\r\n0\r\n\r\n"),
        Case(
            testDescription: "length and chunked", status: 400, code: "G101",
            bytes: head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Case(testDescription: "GET", status: 405, code: "G106", bytes: "GET /as4 HTTP/1.1\r\nHost: gw\r\n\r\n"),
        Case(
            testDescription: "another path", status: 404, code: "G105",
            bytes: "POST /health HTTP/1.1\r\nHost: gw\r\nContent-Length: 0\r\n\r\n"),
        Case(
            testDescription: "HTTP/1.0", status: 505, code: "G102", bytes: "POST /as4 HTTP/1.0\r\nHost: gw\r\nContent-Length: 0\r\n\r\n"),
        Case(testDescription: "not HTTP", status: 400, code: "G101", bytes: "\u{16}\u{03}\u{01} hello\r\n\r\n"),
    ]

    @Test("A request over a limit is answered with its status and code, closed, and never handed on", arguments: refused)
    func refuses(_ example: Case) async throws {
        try await TransportBench.serve(Self.small) { bench in
            let client = try await bench.raw()
            client.send(example.bytes)
            #expect(try await client.closed())
            #expect(client.statuses == [example.status], "\(client.text)")
            #expect(client.text.contains("\r\n\r\n\(example.code) "))
            #expect(client.text.lowercased().contains("connection: close"))
            #expect(bench.received.count == 0)
            #expect(try await eventually { bench.listener.load == (0, 0) })
            try await bench.survives()
        }
    }

    @Test("A request exactly at the limits is served: 64 fields, 100 000 bytes, in one piece, in chunks and byte by byte")
    func atTheLimit() async throws {
        try await TransportBench.serve(Self.small) { bench in
            let body = String(repeating: "b", count: 100_000)
            let fields = (0..<61).map { "X\($0): a\r\n" }.joined()
            let client = try await bench.raw()
            client.send(Self.head + fields + "Content-Type: text/plain\r\nContent-Length: 100000\r\n\r\n" + body)
            #expect(try await client.answers(1) == [200])
            client.send(Self.head + "Transfer-Encoding: chunked\r\n\r\n186a0\r\n\(body)\r\n0\r\nTrailer: x\r\n\r\n")
            #expect(try await client.answers(2) == [200, 200])
            for byte in (Self.head + "Content-Length: 3\r\n\r\nabc").utf8 { client.send([byte]) }
            #expect(try await client.answers(3) == [200, 200, 200])
            #expect(bench.received.all.map(\.bytes.count) == [100_000, 100_000, 3])
            client.close()
        }
    }

    @Test("100 Continue is sent before an acceptable body and only when asked for")
    func continuing() async throws {
        try await TransportBench.serve(Self.small) { bench in
            let client = try await bench.raw()
            client.send(Self.head + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            #expect(try await client.answers(1) == [100])
            client.send("hi")
            #expect(try await client.answers(2) == [100, 200])
            client.send(Self.head + "Content-Length: 0\r\nExpect: 100-continue\r\n\r\n")
            #expect(try await client.answers(3) == [100, 200, 200])
            client.close()
        }
    }

    @Test("Pipelined requests are answered one after the other in their order, and garbage after them is refused")
    func pipelining() async throws {
        let slowFirst: @Sendable (ReceivedRequest) async -> HTTPAnswer = { request in
            if request.bytes == Array("one".utf8) { try? await Task.sleep(for: .milliseconds(200)) }
            return HTTPAnswer(status: 200, body: request.bytes)
        }
        try await TransportBench.serve(Self.small, respond: slowFirst) { bench in
            let client = try await bench.raw()
            let requests = ["one", "two", "six"].map { Self.head + "Content-Length: 3\r\n\r\n" + $0 }
            client.send(requests.joined() + "GARBAGE\r\n\r\n")
            #expect(try await client.closed())
            #expect(client.statuses == [200, 200, 200, 400])
            let bodies = ["one", "two", "six"].compactMap { client.text.range(of: "\r\n\r\n\($0)")?.lowerBound }
            #expect(bodies.count == 3 && bodies == bodies.sorted())
        }
    }

    @Test("Bodies over the budget of all connections are refused with 503 and their memory is given back")
    func budget() async throws {
        var limits = Self.small
        limits.maximumBodiesInMemory = 100_000
        try await TransportBench.serve(limits) { bench in
            let (first, second) = (try await bench.raw(), try await bench.raw())
            first.send(Self.head + "Content-Length: 80000\r\n\r\n" + String(repeating: "a", count: 70_000))
            #expect(try await eventually { bench.listener.load.bodyBytes == 70_000 })
            second.send(Self.head + "Content-Length: 80000\r\n\r\n" + String(repeating: "a", count: 80_000))
            #expect(try await second.closed())
            #expect(second.statuses == [503] && second.text.contains("G115") && second.text.lowercased().contains("retry-after: "))
            first.send(String(repeating: "a", count: 10_000))
            #expect(try await first.answers(1) == [200])
            #expect(try await eventually { bench.listener.load.bodyBytes == 0 })
            first.close()
        }
    }

    @Test("The memory of a refused body is free at once, though its sender does not say goodbye")
    func refusedBody() async throws {
        var limits = Self.small
        limits.maximumBodiesInMemory = 100_000
        try await TransportBench.serve(limits) { bench in
            let (first, second) = (try await bench.raw(), try await bench.raw())
            first.send(Self.head + "Transfer-Encoding: chunked\r\n\r\n11170\r\n" + String(repeating: "a", count: 70_000) + "\r\n")
            #expect(try await eventually { bench.listener.load.bodyBytes == 70_000 })
            try await first.stopReading()
            first.send("no chunk\r\n")
            second.send(Self.head + "Content-Length: 80000\r\n\r\n" + String(repeating: "a", count: 10))
            #expect(try await eventually { bench.listener.load == (2, 10) }, "\(bench.listener.load)")
            second.send(String(repeating: "a", count: 79_990))
            #expect(try await second.answers(1) == [200])
            first.close()
            second.close()
        }
    }

    @Test("A partner that sends without reading answers stops being read: one answered request at a time is held")
    func noReading() async throws {
        let slow: @Sendable (ReceivedRequest) async -> HTTPAnswer = { _ in
            try? await Task.sleep(for: .milliseconds(300))
            return HTTPAnswer(status: 200)
        }
        try await TransportBench.serve(Self.small, respond: slow) { bench in
            let client = try await bench.raw()
            let request = Self.head + "Content-Length: 90000\r\n\r\n" + String(repeating: "a", count: 90_000)
            for _ in 0..<20 { client.send(request) }
            var most = 0
            let hasSeveral = try await eventually {
                most = max(most, bench.listener.load.bodyBytes)
                return bench.received.count >= 4
            }
            #expect(hasSeveral)
            #expect(most == 90_000)
            client.close()
        }
    }
}
