import Foundation
import Glibc
import TestSupport
import Testing

@testable import Gateway

@Suite("Refused requests on record", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ProvedRequestTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("audit.jsonl") }

    init() throws { folder = try TemporaryFolder("requests") }

    private var lines: [Substring] { ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").map { $0[...] } }

    private func post(_ target: String, to bench: TransportBench) async throws -> String {
        let client = try await bench.raw()
        client.send("POST \(target) HTTP/1.1\r\nHost: gw\r\nContent-Length: 0\r\n\r\n")
        #expect(try await client.closed())
        return client.text
    }

    @Test("A known partner's request that breaks the transport's rules has its line before the answer; a stranger's handshake has none")
    func recorded() async throws {
        let trail = RefusalTrail(audit: AuditTrail(path: path))
        try await TransportBench.serve(refusals: trail) { bench in
            let answer = try await post("/elsewhere/201203159809", to: bench)
            #expect(answer.hasPrefix("HTTP/1.1 404") && answer.contains("G105"))
            let line = try #require(lines.last)
            #expect(lines.count == 1 && line.contains("\"code\":\"G105\"") && line.contains("\"status\":\"404\""))
            #expect(line.contains("\"partner\":\"region\"") && !line.contains("9809"))
            _ = try? await bench.raw(nil)
            try await bench.survives()
            #expect(lines.count == 1)
        }
    }

    @Test("When the line cannot be written the partner is told to come again")
    func unwritable() async throws {
        let trail = RefusalTrail(audit: AuditTrail(path: path))
        #expect(mkdir(path, 0o700) == 0)
        try await TransportBench.serve(refusals: trail) { bench in
            let answer = try await post("/elsewhere", to: bench)
            #expect(answer.hasPrefix("HTTP/1.1 503") && answer.contains("G126") && !answer.contains("G105"))
            #expect(rmdir(path) == 0)
            #expect(try await post("/elsewhere", to: bench).hasPrefix("HTTP/1.1 404") && lines.count == 1)
        }
    }
}
