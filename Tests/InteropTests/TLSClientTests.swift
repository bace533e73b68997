import Foundation
import TestSupport
import Testing

extension Interop {
    /// Other people's TLS clients at the door of the real program.
    @Suite("TLS clients", .enabled(if: Tool.arePresent("openssl", "curl"), "openssl or curl is not installed"))
    struct TLSClientTests {
        /// What a client shows at the door.
        struct Visitor: Sendable, CustomTestStringConvertible {
            let name: String
            /// Nil shows no certificate.
            let credential: @Sendable (DevelopmentPKI) -> (certificate: String, key: String)?
            let isLetIn: Bool

            var testDescription: String { name }
        }

        static let visitors =
            [
                Visitor(
                    name: "the partner's certificate", credential: { ($0.certificate(.region, .tls), $0.key(.region, .tls)) }, isLetIn: true
                ),
                Visitor(name: "no certificate", credential: { _ in nil }, isLetIn: false),
                Visitor(
                    name: "a valid certificate of somebody who is no partner",
                    credential: { ($0.certificate(.neighbour, .tls), $0.key(.neighbour, .tls)) }, isLetIn: false),
                Visitor(
                    name: "the partner's AS4 certificate", credential: { ($0.certificate(.region, .as4), $0.key(.region, .as4)) },
                    isLetIn: false),
            ]
            + DevelopmentPKI.Fault.allCases.filter { $0 != .wrongHost }.map { fault in
                Visitor(
                    name: "a certificate that is \(fault.rawValue)",
                    credential: { ($0.faultyCertificate(fault, .tls), $0.faultyKey(fault, .tls)) }, isLetIn: false)
            }

        @Test("curl and openssl s_client are let in with the partner's certificate and with no other, in TLS 1.2 and 1.3")
        func door() async throws {
            let pki = try DevelopmentPKI.shared()
            try await TemporaryFolder.with("door") { folder in
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let file = try pair.write().kommun
                // With the list of revocations that makes the revoked certificate one.
                let text = try pair.kommun.text().replacing(pki.revocationList(.tls), with: pki.revocationListWithEntry(.tls))
                try Data(text.utf8).write(to: URL(filePath: file))
                let gateway = try await RunningGateway(configuration: file, log: folder.file("kommun.log"))
                let port = try #require(pair.kommun.port)
                for visitor in Self.visitors {
                    for version in ["1.2", "1.3"] {
                        let curl = try await Self.curl(visitor.credential(pki), version, port, pki)
                        #expect((curl > 0) == visitor.isLetIn, "\(visitor.name), TLS \(version), curl: HTTP \(curl)")
                        let answer = try await Self.openssl(visitor.credential(pki), version, port, pki)
                        #expect(
                            answer.contains("HTTP/1.1 ") == visitor.isLetIn,
                            "\(visitor.name), TLS \(version), openssl: \(answer.suffix(300))")
                    }
                }
                let old = try await Self.openssl(Self.visitors[0].credential(pki), "1.1", port, pki)
                #expect(!old.contains("HTTP/1.1 "), "TLS 1.1")
                #expect(try FileManager.default.contentsOfDirectory(atPath: pair.kommunFolder + "/inbox").isEmpty)
                #expect(try await gateway.stop() == 0)
            }
        }

        /// The HTTP status of a GET, 0 when the connection was refused.
        private static func curl(
            _ credential: (certificate: String, key: String)?, _ version: String, _ port: Int, _ pki: DevelopmentPKI
        ) async throws -> Int {
            let own = credential.map { ["--cert", $0.certificate, "--key", $0.key] } ?? []
            let result = try await Tool.require("curl").run(
                ["--silent", "--max-time", "10", "--tlsv\(version)", "--tls-max", version, "--cacert", pki.root(.tls)] + own
                    + ["--output", "/dev/null", "--write-out", "%{http_code}", "https://localhost:\(port)/as4"])
            return Int(result.outputText) ?? 0
        }

        /// Everything that came back for a GET.
        private static func openssl(
            _ credential: (certificate: String, key: String)?, _ version: String, _ port: Int, _ pki: DevelopmentPKI
        ) async throws -> String {
            let own = credential.map { ["-cert", $0.certificate, "-cert_chain", $0.certificate, "-key", $0.key] } ?? []
            let flag = "-tls" + version.replacing(".", with: "_")
            let result = try await Tool.require("openssl").run(
                [
                    "s_client", "-connect", "localhost:\(port)", "-servername", "localhost", "-CAfile", pki.root(.tls),
                    "-verify_return_error", "-ign_eof", flag,
                ]
                    + own,
                input: Array("GET /as4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8), timeout: .seconds(15))
            return result.outputText + result.errorText
        }
    }
}
