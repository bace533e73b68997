import Foundation
import Synchronization
import TestSupport
import Testing

extension Faults {
    /// Keys change on both sides while messages flow both ways.
    @Suite("Change of keys", .enabled(if: Tool.arePresent("openssl"), "openssl is not installed"))
    struct KeyRolloverTests {
        /// The next certificates of both sides, beside the present ones and under the same authorities.
        private struct NextCertificates {
            let folder: String

            init(beside pki: DevelopmentPKI) throws {
                folder = pki.folder
                var arguments = [ProjectRoot.file("Certs/development-ca.sh"), pki.folder]
                for side in [TestOrganisation.region, .kommun] { arguments += [side.label + "-next", side.name, side.organisationsnummer] }
                let result = try Tool.require("sh").runBlocking(arguments, timeout: .seconds(120))
                guard result.isSuccess else { throw SupportFailure("development-ca.sh: \(result.errorText)") }
            }

            func credentials(_ side: TestOrganisation, _ use: DevelopmentPKI.Use) -> (certificate: String, key: String) {
                let base = "\(folder)/\(side.label)-next/\(use.rawValue)"
                return (base + ".pem", base + ".key")
            }

            func pin(_ side: TestOrganisation, _ use: DevelopmentPKI.Use) throws -> String {
                let text = try String(contentsOfFile: "\(folder)/\(side.label)-next/pins.txt", encoding: .utf8)
                let line = text.split(separator: "\n").first { $0.hasPrefix("\(use.rawValue) spki:") }
                return String(try #require(line).dropFirst(use.rawValue.count + 1))
            }
        }

        @Test("Both sides change every key, without a restart and without a lost or doubled message")
        func rollover() async throws {
            let folder = try TemporaryFolder("rollover")
            let pki = try DevelopmentPKI.make(in: folder.path, organisations: [.region, .kommun])
            let next = try NextCertificates(beside: pki)
            var pair: GatewayPair?
            let exchange = try Exchange("rollover") { made in
                made.region.certificates = pki
                made.kommun.certificates = pki
                pair = made
            }
            var current = try #require(pair)
            try await exchange.start()
            let flow = Flow(exchange.region) { FreshMessage() }
            let answers = Flow(exchange.kommun) { FreshMessage.referral() }
            let sending = Task { try await flow.run() }
            let answering = Task { try await answers.run() }
            // The order of Docs/trust.md: the partner takes the next pin beside the old one, the key changes, the old pin goes.
            for use in DevelopmentPKI.Use.allCases {
                current.region.partners[0].pins[use] = [try pki.pin(.kommun, use), try next.pin(.kommun, use)]
                current.kommun.partners[0].pins[use] = [try pki.pin(.region, use), try next.pin(.region, use)]
            }
            current.kommun.revocation[.as4] = overlap(next.credentials(.kommun, .as4), pki)
            current.region.revocation[.as4] = overlap(next.credentials(.region, .as4), pki)
            try await reload(current, exchange)
            current.region.partners[0].encryptionCertificate = next.credentials(.kommun, .as4).certificate
            current.kommun.partners[0].encryptionCertificate = next.credentials(.region, .as4).certificate
            try await reload(current, exchange)
            // Encrypted to the next key, decrypted by the overlap.
            try await more(flow, answers, exchange)
            current.kommun.revocation[.as4] = overlap((pki.certificate(.kommun, .as4), pki.key(.kommun, .as4)), pki)
            current.region.revocation[.as4] = overlap((pki.certificate(.region, .as4), pki.key(.region, .as4)), pki)
            for use in DevelopmentPKI.Use.allCases {
                current.region.credentials[use] = next.credentials(.region, use)
                current.kommun.credentials[use] = next.credentials(.kommun, use)
            }
            try await reload(current, exchange)
            // What was sent before the change may still be under way with the old receipt.
            try await more(flow, answers, exchange)
            for use in DevelopmentPKI.Use.allCases {
                current.region.partners[0].pins[use] = [try next.pin(.kommun, use)]
                current.kommun.partners[0].pins[use] = [try next.pin(.region, use)]
            }
            try await reload(current, exchange)
            try await more(flow, answers, exchange)
            for each in [flow, answers] { each.stop() }
            let (sent, answered) = (try await sending.value, try await answering.value)
            #expect(try await exchange.drain())
            #expect(try await drained(exchange))
            let (tally, back) = (try exchange.count(sent), try Tally(answered, in: exchange.region))
            print("key rollover: out \(tally), back \(back)")
            for (tally, sent) in [(tally, sent), (back, answered)] {
                #expect(tally.lost == 0 && tally.doubled == 0 && tally.foreign == 0 && sent.count > 20, "\(tally)")
            }
            for station in [exchange.region, exchange.kommun] { #expect(station.messages("outbound", "failed").isEmpty) }
            let list = try await exchange.region.sluss(["cert", "list"], ["--json"])
            let newest = try next.pin(.kommun, .tls)
            #expect(list.outputText.contains(newest) && list.outputText.contains("\"partner\":\"kommun\""))
            try await exchange.stop()
        }

        /// Twenty more messages arrive each way under what has just come into force.
        private func more(_ flow: Flow, _ answers: Flow, _ exchange: Exchange) async throws {
            let (out, back) = (exchange.kommun.handedOverCount + 20, exchange.region.handedOverCount + 20)
            #expect(
                try await eventually(within: .seconds(60)) {
                    exchange.kommun.handedOverCount >= out && exchange.region.handedOverCount >= back
                })
            #expect(flow.sentCount > 0 && answers.sentCount > 0)
        }

        private func drained(_ exchange: Exchange) async throws -> Bool {
            try await eventually(within: .seconds(60)) {
                exchange.kommun.outstanding == 0
                    && ["incoming", "ready", "inflight", "deferred"].allSatisfy { exchange.region.messages("inbound", $0).isEmpty }
            }
        }

        private func overlap(_ pair: (certificate: String, key: String), _ pki: DevelopmentPKI) -> String {
            "crls: [\"\(pki.revocationList(.as4))\"], overlap_certificate: \"\(pair.certificate)\", overlap_key: \"\(pair.key)\""
        }

        private func reload(_ pair: GatewayPair, _ exchange: Exchange) async throws {
            _ = try pair.write()
            for station in [exchange.region, exchange.kommun] {
                let before = station.logText.components(separatedBy: "\"reloaded\"").count
                station.signal(SIGHUP)
                #expect(try await eventually { station.logText.components(separatedBy: "\"reloaded\"").count > before })
            }
        }

        /// Drops a message every 50 ms until told to stop.
        private final class Flow: Sendable {
            private let station: Station
            private let state = Mutex<(ids: [String], isStopped: Bool)>(([], false))

            private let make: @Sendable () -> FreshMessage

            init(_ station: Station, _ make: @escaping @Sendable () -> FreshMessage) { (self.station, self.make) = (station, make) }

            var sentCount: Int { state.withLock { $0.ids.count } }

            func stop() { state.withLock { $0.isStopped = true } }

            func run() async throws -> [String] {
                while !state.withLock({ $0.isStopped }) {
                    let message = make()
                    try station.drop(message)
                    state.withLock { $0.ids.append(message.messageID) }
                    try await Task.sleep(for: .milliseconds(50))
                }
                return state.withLock { $0.ids }
            }
        }
    }
}
