import Foundation
import TestSupport
import Testing

@testable import Gateway

/// Raw requests against the HTTP parser: smuggling, floods and odd framing.
@Suite(
    "Attack requests",
    .enabled(if: SharedCorpus.has("attack/http/raw-requests.tar.gz") && Tool.arePresent("tar"), "\(SharedCorpus.skipReason)"),
    .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct RequestCorpusTests {
    private static let archive = "attack/http/raw-requests.tar.gz"

    struct Example: Sendable {
        let name: String
        let expected: String
        let bytes: [UInt8]
    }

    private static func examples() async throws -> [Example] {
        let folder = try TemporaryFolder("requests")
        let result = try await Tool.require("tar").run(["-xzf", SharedCorpus.file(archive), "-C", folder.path])
        try #require(result.isSuccess, "\(result.errorText)")
        let manifest = String(decoding: try folder.bytes(of: "MANIFEST.tsv"), as: UTF8.self)
        return try manifest.split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            return Example(name: fields[0], expected: fields[1], bytes: try folder.bytes(of: fields[0]))
        }
    }

    /// The statuses the manifest's word allows as the last answer, and whether the connection must be closed after it.
    private static func verdict(_ expected: String) -> (statuses: Set<Int>, closes: Bool)? {
        switch expected {
        case "200-or-4xx-app", "ignore-upgrade", "two-answers-in-order": ([200], false)
        case "400-close": ([400], true)
        case "400-or-merge", "policy": ([400], true)
        case "400/501-close": ([400, 501], true)
        case "431/400-close": ([400, 431], true)
        case "414/400-close": ([400, 414], true)
        case "505/400-close": ([400, 505], true)
        case "405/400": ([400, 405], true)
        case "405-close": ([405], true)
        case "ignore-or-400": ([200, 400], false)
        case "413-no-100": ([413], true)
        case "415": ([415], true)
        case "417": ([417], true)
        default: nil
        }
    }

    @Test("Each attack request gets the answer its manifest asks for, closed after an error, and the listener lives on")
    func corpus() async throws {
        let examples = try await Self.examples()
        #expect(examples.count == 45)
        var limits = ListenerLimits()
        // So that a request that waits for more is seen within the test.
        (limits.headTimeout, limits.bodyTimeout) = (.seconds(2), .seconds(2))
        try await TransportBench.serve(limits) { bench in
            for example in examples {
                let verdict = try #require(Self.verdict(example.expected), "\(example.expected)")
                let client = try await bench.raw()
                client.send(example.bytes)
                let wanted = example.expected == "two-answers-in-order" ? 2 : 1
                _ = try await client.answers(wanted, within: .seconds(5))
                if verdict.closes { #expect(try await client.closed(within: .seconds(5)), "\(example.name) is not closed") }
                let last = try #require(client.statuses.last, "\(example.name): no answer")
                #expect(verdict.statuses.contains(last), "\(example.name) (\(example.expected)): \(client.statuses)")
                if wanted == 2 { #expect(client.statuses == [200, 200]) }
                // Nothing but a whole first request before a refused second one may have been answered with success.
                if verdict.closes && example.name != "44-smuggled-second.http" {
                    #expect(client.statuses.count == 1, "\(example.name): \(client.statuses)")
                }
                #expect(!client.statuses.contains(100) && !client.statuses.contains(101))
                client.close()
            }
            try await bench.survives()
            print("attack requests: \(examples.count) answered as the manifest asks")
        }
    }
}
