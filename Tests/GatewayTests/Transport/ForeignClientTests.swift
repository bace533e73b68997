import Foundation
import TestSupport
import Testing

@testable import Gateway

@Suite("Foreign TLS clients", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct ForeignClientTests {
    private static let request = Array("POST /as4 HTTP/1.1\r\nHost: gw\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi".utf8)

    private static func openssl(_ bench: TransportBench, _ extra: [String], as name: String? = "client") async throws -> ToolResult {
        var arguments = ["s_client", "-ign_eof", "-connect", "127.0.0.1:\(bench.port)", "-CAfile", bench.pki.path("ca.pem")]
        if let name { arguments += ["-cert", bench.pki.path("\(name).pem"), "-key", bench.pki.path("\(name).key")] }
        return try await Tool.require("openssl").run(arguments + extra, input: request, timeout: .seconds(20))
    }

    @Test(
        "openssl s_client is served with TLS 1.3 and with TLS 1.2 and an AEAD suite",
        arguments: [["-tls1_3"], ["-tls1_2"], ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-GCM-SHA384"], ["-groups", "P-256"], []])
    func served(options: [String]) async throws {
        try await TransportBench.serve { bench in
            let result = try await Self.openssl(bench, options)
            #expect(result.outputText.contains("HTTP/1.1 200"), "\(result.outputText) \(result.errorText)")
            #expect(bench.received.count == 1)
        }
    }

    @Test(
        "openssl s_client is refused with old versions, weak suites and other curves",
        arguments: [
            ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA"],
            ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA384"], ["-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256"],
            ["-tls1_3", "-groups", "P-521"],
        ])
    func refusedProtocol(options: [String]) async throws {
        try await TransportBench.serve { bench in
            let result = try await Self.openssl(bench, options)
            #expect(!result.outputText.contains("HTTP/1.1"))
            #expect((result.outputText + result.errorText).contains("lert"), "\(result.outputText) \(result.errorText)")
            #expect(bench.received.count == 0)
            try await bench.survives()
        }
    }

    @Test("openssl s_client without a certificate or with a wrong one gets no answer", arguments: [nil, "client-unpinned", "client-evil"])
    func refusedCertificate(name: String?) async throws {
        try await TransportBench.serve { bench in
            for version in ["-tls1_2", "-tls1_3"] {
                let result = try await Self.openssl(bench, [version], as: name)
                #expect(!result.outputText.contains("HTTP/1.1"))
                #expect((result.outputText + result.errorText).contains("lert"), "\(version) \(result.errorText)")
            }
            #expect(bench.received.count == 0)
        }
    }

    @Test("ALPN chooses http/1.1, and renegotiation is refused")
    func protocolsOffered() async throws {
        try await TransportBench.serve { bench in
            let result = try await Self.openssl(bench, ["-alpn", "h2,http/1.1"])
            #expect(result.outputText.contains("ALPN protocol: http/1.1"))
            #expect(result.outputText.contains("Acceptable client certificate CA names\nCN = Test CA"))
            let again = try await Tool.require("openssl").run(
                [
                    "s_client", "-tls1_2", "-connect", "127.0.0.1:\(bench.port)", "-CAfile", bench.pki.path("ca.pem"),
                    "-cert", bench.pki.path("client.pem"), "-key", bench.pki.path("client.key"), "-legacy_renegotiation",
                ], input: Array("R\n".utf8), timeout: .seconds(20))
            // openssl writes what it verifies to standard error: nothing may be verified a second time.
            let parts = again.errorText.components(separatedBy: "RENEGOTIATING")
            #expect(parts.count == 2, "\(again.errorText)")
            #expect(parts.first?.contains("verify return:1") == true)
            #expect(parts.last?.contains("verify return:1") == false)
            #expect(parts.last?.contains("error:") == true)
        }
    }

    @Test(
        "A resumed session is judged again: served while the certificate holds, refused when it has expired",
        arguments: ["-tls1_2", "-tls1_3"])
    func resumption(version: String) async throws {
        let pki = try TransportPKI.made()
        let peers = [PeerTrust(partner: "region", policy: try pki.policy(pinning: ["client-short"]))]
        try await TransportBench.serve(peers: peers) { bench in
            let folder = try TemporaryFolder("session")
            let session = folder.file("session.pem")
            let first = try await Self.openssl(bench, [version, "-sess_out", session], as: "client-short")
            #expect(first.outputText.contains("HTTP/1.1 200"), "\(first.outputText) \(first.errorText)")
            let second = try await Self.openssl(bench, [version, "-sess_in", session], as: "client-short")
            #expect(second.outputText.contains("Reused,"))
            #expect(second.outputText.contains("HTTP/1.1 200"), "\(second.outputText) \(second.errorText)")
            bench.clock.set(daysAhead: 10)
            let third = try await Self.openssl(bench, [version, "-sess_in", session], as: "client-short")
            #expect(third.outputText.contains("Reused,"))
            #expect(!third.outputText.contains("HTTP/1.1"))
            #expect(bench.received.count == 2)
        }
    }

    @Test("curl is served with our partner's certificate, large bodies and Expect included, and refused with others")
    func curl() async throws {
        guard let curl = Tool.find("curl") else { return print("skipped: curl is not installed") }
        try await TransportBench.serve { bench in
            let folder = try TemporaryFolder("curl")
            try folder.write([UInt8](repeating: 0x61, count: 3_000_000), to: "body")
            let common = [
                "-sS", "--http1.1", "--cacert", bench.pki.path("ca.pem"), "-H", "Expect: 100-continue", "--data-binary",
                "@\(folder.file("body"))", "-o", folder.file("answer"), "-w", "%{http_code}", "https://localhost:\(bench.port)/as4",
            ]
            func arguments(_ name: String) -> [String] {
                common + ["--cert", bench.pki.path("\(name).pem"), "--key", bench.pki.path("\(name).key")]
            }
            let good = try await curl.run(arguments("client"))
            #expect(good.outputText == "200", "\(good.errorText)")
            #expect(try folder.bytes(of: "answer").count == 3_000_000)
            let chunked = try await curl.run(arguments("client") + ["-H", "Transfer-Encoding: chunked"])
            #expect(chunked.outputText == "200", "\(chunked.errorText)")
            #expect(bench.received.all.map(\.bytes.count) == [3_000_000, 3_000_000])
            for refused in [try await curl.run(common), try await curl.run(arguments("client-unpinned"))] {
                #expect(!refused.isSuccess)
                #expect(refused.outputText == "000")
            }
            #expect(bench.received.count == 2)
        }
    }
}
