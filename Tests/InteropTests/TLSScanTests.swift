import Foundation
import TestSupport
import Testing

extension Interop {
    /// What a scanner made by others finds at the door of the real program.
    @Suite("TLS scan", .enabled(if: Scan.isPossible, "needs the interpreter SLUSS_PYTHON with the package sslyze, which .ci/run installs"))
    struct TLSScanTests {
        @Test("sslyze finds nothing below TLS 1.2, nothing but AEAD with forward secrecy, no renegotiation, compression or early data")
        func scan() async throws {
            let pki = try DevelopmentPKI.shared()
            try await TemporaryFolder.with("scan") { folder in
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let gateway = try await RunningGateway(configuration: try pair.write().kommun, log: folder.file("kommun.log"))
                let port = try #require(pair.kommun.port)
                let report = folder.file("scan.json")
                let result = try await #require(Tool.python).run(
                    ["-W", "ignore", "-m", "sslyze", "--json_out=\(report)", "--mozilla_config=disable"]
                        + ["--cert", pki.certificate(.region, .tls), "--key", pki.key(.region, .tls)] + Scan.commands
                        + ["127.0.0.1:\(port)"],
                    timeout: .seconds(90))
                let found = try JSONDecoder().decode(Scan.self, from: Data(contentsOf: URL(filePath: report)))
                let server = try #require(found.server_scan_results.first?.scan_result, "\(result.outputText.suffix(400))")
                for old in [server.ssl_3_0_cipher_suites, server.tls_1_0_cipher_suites, server.tls_1_1_cipher_suites] {
                    #expect(old.result?.is_tls_version_supported == false && old.result?.accepted_cipher_suites.isEmpty == true)
                }
                let suites = [server.tls_1_2_cipher_suites, server.tls_1_3_cipher_suites].flatMap {
                    $0.result?.accepted_cipher_suites ?? []
                }
                #expect(suites.count >= 5)
                for suite in suites.map(\.cipher_suite.name) {
                    #expect(suite.contains("_GCM_") || suite.contains("CHACHA20_POLY1305"), "\(suite)")
                    #expect(suite.contains("_ECDHE_") || !suite.contains("_WITH_"), "\(suite)")
                }
                #expect(server.tls_compression.result?.supports_compression == false)
                #expect(server.tls_1_3_early_data.result?.supports_early_data == false)
                #expect(server.session_renegotiation.result?.client_renegotiations_success_count == 0)
                #expect(server.heartbleed.result?.is_vulnerable_to_heartbleed == false)
                #expect(server.openssl_ccs_injection.result?.is_vulnerable_to_ccs_injection == false)
                let curves = server.elliptic_curves.result?.supported_curves.map(\.name) ?? []
                #expect(Set(curves) == ["X25519", "secp256r1", "secp384r1"])
                print("TLS scan: \(suites.count) suites, curves \(curves.joined(separator: " "))")
                #expect(try await gateway.stop() == 0)
            }
        }
    }
}

/// The part of sslyze's report that is judged; its names are those of the report.
// The names are those of the tool's report.
// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Scan: Decodable {
    static let isPossible = Tool.python.map { (try? $0.runBlocking(["-c", "import sslyze"]).isSuccess) == true } ?? false
    static let commands = [
        "--sslv3", "--tlsv1", "--tlsv1_1", "--tlsv1_2", "--tlsv1_3", "--reneg", "--compression", "--early_data", "--elliptic_curves",
        "--heartbleed", "--openssl_ccs",
    ]

    struct Server: Decodable { let scan_result: Results? }
    struct Attempt<Finding: Decodable>: Decodable { let result: Finding? }
    struct Version: Decodable {
        struct Accepted: Decodable {
            struct Suite: Decodable { let name: String }
            let cipher_suite: Suite
        }
        let is_tls_version_supported: Bool
        let accepted_cipher_suites: [Accepted]
    }
    struct Compression: Decodable { let supports_compression: Bool }
    struct EarlyStart: Decodable { let supports_early_data: Bool }
    struct Renegotiation: Decodable { let client_renegotiations_success_count: Int }
    struct Heartbleed: Decodable { let is_vulnerable_to_heartbleed: Bool }
    struct CipherSpec: Decodable { let is_vulnerable_to_ccs_injection: Bool }
    struct Curves: Decodable {
        struct Curve: Decodable { let name: String }
        let supported_curves: [Curve]
    }
    struct Results: Decodable {
        let ssl_3_0_cipher_suites, tls_1_0_cipher_suites, tls_1_1_cipher_suites, tls_1_2_cipher_suites,
            tls_1_3_cipher_suites: Attempt<Version>
        let tls_compression: Attempt<Compression>
        let tls_1_3_early_data: Attempt<EarlyStart>
        let session_renegotiation: Attempt<Renegotiation>
        let heartbleed: Attempt<Heartbleed>
        let openssl_ccs_injection: Attempt<CipherSpec>
        let elliptic_curves: Attempt<Curves>
    }

    let server_scan_results: [Server]
}
