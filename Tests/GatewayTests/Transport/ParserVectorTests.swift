import Foundation
import TestSupport
import Testing

@testable import Gateway

/// llhttp's vectors, as sent to our listener by partners and as sent to our client by servers. What its strict parser refuses must never reach
/// the application.
@Suite(
    "Parser vectors",
    .enabled(if: SharedCorpus.has("attack/http/llhttp-request-tests.tar.gz") && Tool.arePresent("tar"), "\(SharedCorpus.skipReason)"),
    .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ParserVectorTests {
    private static let requests = "attack/http/llhttp-request-tests.tar.gz"
    private static let responses = "attack/http/llhttp-response-tests.tar.gz"

    /// Newer than the parser in swift-nio, which bears two carriage returns after the status line. Nothing follows from it: an answer counts by
    /// the signature of the receipt in it.
    private static let borne = "Bare CR followed by CR after response line"

    /// Runs over all cases, a few at a time.
    private static func each(
        _ vectors: [ParserVector], _ body: @escaping @Sendable (ParserVector) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for (number, vector) in vectors.enumerated() {
                if number >= 8 { try await tasks.next() }
                tasks.addTask { try await body(vector) }
            }
            try await tasks.waitForAll()
        }
    }

    private static var impatient: ListenerLimits {
        var limits = ListenerLimits()
        (limits.headTimeout, limits.bodyTimeout) = (.seconds(1), .seconds(1))
        (limits.maximumRequestsPerPartner, limits.idleTimeout) = (16, .seconds(2))
        return limits
    }

    @Test("No request of the vectors is for us, so none is answered with success, and the listener lives on")
    func requestsAsTheyAre() async throws {
        let vectors = try await ParserVector.all(Self.requests)
        #expect(vectors.count > 130)
        try await TransportBench.serve(Self.impatient) { bench in
            try await Self.each(vectors) { vector in
                let client = try await bench.raw()
                client.send(vector.bytes)
                _ = try await client.closed(within: .seconds(4))
                #expect(client.statuses.allSatisfy { $0 >= 400 }, "\(vector.name): \(client.statuses)")
                client.close()
            }
            #expect(bench.received.count == 0)
            try await bench.survives()
        }
    }

    @Test("Made into a request for us, what llhttp refuses gets no success beyond the whole messages before it")
    func requestsForUs() async throws {
        let vectors = try await ParserVector.all(Self.requests).filter { !$0.isLenient && $0.forUs != nil }
        let refused = vectors.filter { $0.error != nil }
        try await TransportBench.serve(Self.impatient) { bench in
            try await Self.each(vectors) { vector in
                let client = try await bench.raw()
                client.send(vector.forUs ?? [])
                _ = try await client.answers(vector.completed + 1, within: .seconds(3))
                let successes = client.statuses.count { $0 < 400 }
                if vector.error != nil { #expect(successes <= vector.completed, "\(vector.name): \(client.statuses)") }
                client.close()
            }
            try await bench.survives()
        }
        print("llhttp request vectors: \(vectors.count) sent to our path, \(refused.count) of them refused by llhttp")
        #expect(refused.count >= 25 && vectors.count > 90)
    }

    @Test("An answer that llhttp refuses is a failure to our client, never an answer")
    func answers() async throws {
        let vectors = try await ParserVector.all(Self.responses).filter { !$0.isLenient }
        let refused = vectors.filter { $0.error != nil && $0.completed == 0 }
        #expect(refused.count >= 15 && vectors.count > 60)
        for vector in vectors {
            guard let text = String(validating: vector.bytes, as: UTF8.self) else { continue }
            try await ScriptedServer.run(.answer(text, closes: true)) { server in
                let client = try TransportBench.client(endpoint: server.endpoint)
                let outcome: Int?
                do throws(TransportFailure) {
                    outcome = try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(5)).status
                } catch {
                    outcome = nil
                }
                let isRefused = vector.error != nil && vector.completed == 0 && !vector.name.hasSuffix(Self.borne)
                if isRefused { #expect(outcome == nil, "\(vector.name): \(outcome ?? 0)") }
                await client.close()
            }
        }
        print("llhttp response vectors: \(vectors.count) answered to our client, \(refused.count) of them refused by llhttp")
    }
}
