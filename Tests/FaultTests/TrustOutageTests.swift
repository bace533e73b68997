import CareMessages
import Foundation
import TestSupport
import Testing

extension Faults {
    /// What happens to messages when revocation cannot be told, as `Docs/trust.md` has it: real daemons, lists by openssl, a host that fails.
    @Suite("Trust under outages", .enabled(if: Tool.arePresent("openssl"), "openssl is not installed"))
    struct TrustOutageTests {
        /// A region that fetches the lists of its TLS authorities from a host.
        private struct Stage {
            let host: RevocationHost
            let lists: RevocationAuthority
            let exchange: Exchange

            init(_ mode: String = "hard", more: String = "", _ change: (inout GatewayPair) throws -> Void = { _ in }) throws {
                let host = try RevocationHost()
                let pki = try DevelopmentPKI.shared()
                lists = try RevocationAuthority(authorities: pki.folder + "/ca")
                let addresses = ["issuing", "root"].map { "\"http://127.0.0.1:\(host.port)/\($0).crl\"" }.joined(separator: ", ")
                exchange = try Exchange("trust") { pair in
                    pair.region.revocation[.tls] = "revocation: \(mode), crl_urls: [\(addresses)]\(more)"
                    pair.region.appendix = "revocation: { private_hosts: [\"127.0.0.1\"] }"
                    for index in pair.kommun.partners.indices { pair.kommun.partners[index].retry = quickRetry }
                    pair.region.partners[0].retry = quickRetry
                    try change(&pair)
                }
                self.host = host
                host.publish(try lists.list(.tls, .root), at: "/root.crl")
            }

            func publish(_ contents: RevocationAuthority.Contents) throws {
                host.publish(try lists.list(.tls, .issuing, contents), at: "/issuing.crl")
            }

            /// The code a message waits with.
            func code(_ station: Station) async throws -> String? {
                let result = try await station.sluss(["queue"], ["--json"])
                return result.outputText.split(separator: "\n").compactMap { line in
                    (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["last_code"] as? String
                }.first
            }
        }

        private static let quickRetry = "{ first_delay: 1s, longest_delay: 1s, jitter: 0, expiry: 48h, maximum_attempts: 1000 }"

        /// A referral from the kommun to the region.
        private func referral() -> (id: String, bytes: [UInt8]) {
            let id = UUID().uuidString.lowercased()
            return (id, Array(ExampleMessage(.remiss, sent: Date(), messageID: id, caseID: UUID().uuidString.lowercased()).xml.utf8))
        }

        private func drop(_ bytes: [UInt8], _ id: String, at station: Station) throws {
            let path = "\(station.folder)/submit/\(id).xml"
            try Data(bytes).write(to: URL(filePath: path + ".part"))
            try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
        }

        @Test("Hard: with the list host down messages wait in both directions under their own codes, and go by themselves once it is back")
        func hard() async throws {
            let stage = try Stage()
            let (region, kommun) = (stage.exchange.region, stage.exchange.kommun)
            stage.host.mood = .silent
            try await stage.exchange.start()
            try region.drop(FreshMessage())
            let (id, bytes) = referral()
            try drop(bytes, id, at: kommun)
            #expect(try await eventually { try await stage.code(region) == "G017" })
            #expect(try await eventually { try await stage.code(kommun) == "EBMS:0301" }, "503, so it comes again")
            #expect(try await eventually { region.logText.contains("G210") && region.logText.contains("G123") })
            #expect(kommun.handedOverCount == 0 && region.handedOverCount == 0)
            let check = try await region.sluss(["cert", "check"], ["--json"])
            #expect(check.exitCode == 1 && check.outputText.contains("\"code\":\"T009\"") && check.outputText.contains("\"code\":\"G203\""))
            try stage.publish(.init())
            stage.host.mood = .good
            #expect(try await eventually(within: .seconds(60)) { kommun.handedOverCount == 1 && region.handedOverCount == 1 })
            #expect(try await eventually { region.logText.contains("certificate status known again") })
            let after = try await region.sluss(["cert", "check"], ["--json"])
            #expect(!after.outputText.contains("T009"), "\(after.outputText)")
            try await stage.exchange.stop()
        }

        @Test("Revoked: nothing goes and nothing comes, with the reason; grace and soft make no difference", arguments: ["hard", "grace"])
        func revoked(mode: String) async throws {
            let stage = try Stage(mode)
            let (region, kommun) = (stage.exchange.region, stage.exchange.kommun)
            try stage.publish(.init(revoked: [try DevelopmentPKI.shared().certificate(.kommun, .tls)]))
            try await stage.exchange.start()
            #expect(try await eventually { stage.host.requests.count >= 2 })
            try region.drop(FreshMessage())
            let (id, bytes) = referral()
            try drop(bytes, id, at: kommun)
            #expect(try await eventually { try await stage.code(region) == "G005" })
            #expect(try await eventually { try await stage.code(kommun) == "G006" })
            #expect(region.logText.contains("T008") && kommun.handedOverCount == 0 && region.handedOverCount == 0)
            try await stage.exchange.stop()
        }

        @Test("A forged list is refused and changes nothing: without another one messages wait")
        func forged() async throws {
            let stage = try Stage()
            let rogue = try RevocationAuthority(authorities: try DevelopmentPKI.shared().folder + "/extra/other-ca")
            stage.host.publish(try rogue.list(.tls, .issuing), at: "/issuing.crl")
            try await stage.exchange.start()
            try stage.exchange.region.drop(FreshMessage())
            #expect(try await eventually { try await stage.code(stage.exchange.region) == "G017" })
            #expect(stage.exchange.region.logText.contains("T013"))
            try stage.publish(.init())
            #expect(try await eventually(within: .seconds(60)) { stage.exchange.kommun.handedOverCount == 1 })
            try await stage.exchange.stop()
        }

        @Test("Grace: with the host down and the list over messages go on, and each decision is logged; a restart remembers the list")
        func grace() async throws {
            let stage = try Stage("grace, grace: 1h")
            try stage.publish(.init(seconds: 4))
            try await stage.exchange.region.start()
            #expect(try await eventually { stage.exchange.region.logText.contains("revocation data fetched") })
            stage.host.mood = .silent
            try await stage.exchange.region.stop()
            try await Task.sleep(for: .seconds(4))
            try await stage.exchange.start()
            try stage.exchange.region.drop(FreshMessage())
            #expect(try await eventually { stage.exchange.kommun.handedOverCount == 1 })
            #expect(stage.exchange.region.logText.contains("decided on overdue revocation data"))
            try await stage.exchange.stop()
        }

        @Test("With the OCSP responder down, lists in force will do, and the trouble is shown")
        func ocsp() async throws {
            let port = try FreePort.next()
            let stage = try Stage("hard", more: ", ocsp_url: \"http://127.0.0.1:\(port)\"")
            try stage.publish(.init())
            try await stage.exchange.start()
            try stage.exchange.region.drop(FreshMessage())
            #expect(try await eventually { stage.exchange.kommun.handedOverCount == 1 })
            let check = try await stage.exchange.region.sluss(["cert", "list"], ["--json"])
            #expect(check.outputText.contains("\"kind\":\"ocsp\"") && check.outputText.contains("G203"))
            try await stage.exchange.stop()
        }
    }
}
