import Foundation
import TestSupport
import Testing

extension Faults {
    /// Private keys that never leave a PKCS#11 token, and keys that systemd hands over.
    @Suite("Keys in tokens and credentials")
    struct TokenKeyTests {
        private static let modules = ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"]
        private static let module = modules.first { FileManager.default.fileExists(atPath: $0) }
        private static let hasEngine = ["x86_64", "aarch64"].contains { machine in
            FileManager.default.fileExists(atPath: "/usr/lib/\(machine)-linux-gnu/engines-3/pkcs11.so")
        }

        @Test(
            "A message is signed, delivered over TLS and signed for with every key of the sender in a token",
            .enabled(if: module != nil && hasEngine && Tool.arePresent("softhsm2-util"), "softhsm2 or the engine pkcs11 is not installed"))
        func token() async throws {
            let folder = try TemporaryFolder("token")
            let environment = try await makeToken(in: folder)
            let pin = try folder.write("5678\n", to: "pin")
            let exchange = try Exchange("token") { pair in
                for use in DevelopmentPKI.Use.allCases {
                    let uri = "pkcs11:token=sluss;object=\(use.rawValue)?module-path=\(Self.module ?? "")&pin-source=file:\(pin)"
                    pair.region.credentials[use] = (pair.region.certificates.certificate(.region, use), uri)
                }
            }
            try await exchange.region.start(environment)
            try await exchange.kommun.start()
            let messages = (0..<5).map { _ in FreshMessage() }
            for message in messages { try exchange.region.drop(message) }
            #expect(try await exchange.drain())
            #expect(try exchange.count(messages.map(\.messageID)).lost == 0)
            try await exchange.stop()
            let log = exchange.region.logText
            #expect(!log.contains("5678"))
            try folder.write("9999\n", to: "pin")
            let wrong = try await exchange.region.sluss(["config", "check"], environment: environment)
            #expect(wrong.exitCode == 78 && wrong.outputText.contains("K009") && !wrong.outputText.contains("9999"))
            chmod(pin, 0o644)
            let open = try await exchange.region.sluss(["config", "check"], environment: environment)
            #expect(open.exitCode == 78 && open.outputText.contains("K002"))
        }

        @Test("A credential of systemd serves as key; without the folder, or readable by others, it is refused")
        func credential() async throws {
            let folder = try TemporaryFolder("credentials")
            let exchange = try Exchange("credential") { pair in
                for use in DevelopmentPKI.Use.allCases {
                    let key = try String(contentsOfFile: pair.region.certificates.key(.region, use), encoding: .utf8)
                    chmod(try folder.write(key, to: "\(use.rawValue).key"), 0o400)
                    pair.region.credentials[use] = (pair.region.certificates.certificate(.region, use), "credential:\(use.rawValue).key")
                }
            }
            let environment = ["CREDENTIALS_DIRECTORY": folder.path]
            let good = try await exchange.region.sluss(["config", "check"], environment: environment)
            #expect(good.exitCode == 0, "\(good.outputText)")
            let absent = try await exchange.region.sluss(["config", "check"])
            #expect(absent.exitCode == 78 && absent.outputText.contains("K001"))
            chmod(folder.file("as4.key"), 0o444)
            let open = try await exchange.region.sluss(["config", "check"], environment: environment)
            #expect(open.exitCode == 78 && open.outputText.contains("K002"))
        }

        private func makeToken(in folder: TemporaryFolder) async throws -> [String: String] {
            let tokens = try folder.makeFolder("tokens")
            let settings = try folder.write("directories.tokendir = \(tokens)\nobjectstore.backend = file\n", to: "softhsm2.conf")
            let environment = ["SOFTHSM2_CONF": settings]
            var tool = try Tool.require("softhsm2-util")
            tool.environment = environment
            var results = [try await tool.run(["--init-token", "--free", "--label", "sluss", "--so-pin", "1234", "--pin", "5678"])]
            for (index, use) in DevelopmentPKI.Use.allCases.enumerated() {
                let key = try DevelopmentPKI.shared().key(.region, use)
                results.append(
                    try await tool.run(
                        ["--import", key, "--token", "sluss", "--label", use.rawValue, "--id", "0\(index + 1)", "--pin", "5678"]))
            }
            for result in results where !result.isSuccess { throw SupportFailure("softhsm2-util: \(result.errorText)") }
            return environment
        }
    }
}
