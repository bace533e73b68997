import Foundation
import Synchronization
import TestSupport
import Testing

extension Faults {
    /// Keys change on both sides while messages flow.
    @Suite("Change of keys", .enabled(if: Tool.arePresent("openssl"), "openssl is not installed"))
    struct KeyRolloverTests {
        private static let nextRegion = TestOrganisation(
            label: "region-next", name: "Region Exempel", organisationsnummer: "2321009900", code: "03")
        private static let nextKommun = TestOrganisation(
            label: "kommun-next", name: "Exempelkommun", organisationsnummer: "2120009903", code: "0319")

        @Test("Both sides change every key, without a restart and without a lost or doubled message")
        func rollover() async throws {
            let folder = try TemporaryFolder("rollover")
            let pki = try DevelopmentPKI.make(in: folder.path, organisations: [.region, .kommun, Self.nextRegion, Self.nextKommun])
            var pair: GatewayPair?
            let exchange = try Exchange("rollover") { made in
                made.region.certificates = pki
                made.kommun.certificates = pki
                pair = made
            }
            var current = try #require(pair)
            try await exchange.start()
            let flow = Flow(exchange.region)
            let sending = Task { try await flow.run() }
            // The order of Docs/trust.md: the partner takes the next pin beside the old one, the key changes, the old pin goes.
            for use in DevelopmentPKI.Use.allCases {
                current.region.partners[0].pins[use] = [try pki.pin(.kommun, use), try pki.pin(Self.nextKommun, use)]
                current.kommun.partners[0].pins[use] = [try pki.pin(.region, use), try pki.pin(Self.nextRegion, use)]
            }
            try await reload(current, exchange)
            for use in DevelopmentPKI.Use.allCases {
                current.region.credentials[use] = (pki.certificate(Self.nextRegion, use), pki.key(Self.nextRegion, use))
                current.kommun.credentials[use] = (pki.certificate(Self.nextKommun, use), pki.key(Self.nextKommun, use))
            }
            try await reload(current, exchange)
            // What was sent before the change may still be under way with the old receipt.
            #expect(try await flow.count(reaches: flow.sentCount + 10))
            for use in DevelopmentPKI.Use.allCases {
                current.region.partners[0].pins[use] = [try pki.pin(Self.nextKommun, use)]
                current.kommun.partners[0].pins[use] = [try pki.pin(Self.nextRegion, use)]
            }
            try await reload(current, exchange)
            #expect(try await flow.count(reaches: flow.sentCount + 10))
            flow.stop()
            let sent = try await sending.value
            #expect(try await exchange.drain())
            let tally = try exchange.count(sent)
            print("key rollover: \(tally)")
            #expect(tally.lost == 0 && tally.doubled == 0 && tally.foreign == 0 && sent.count > 20)
            #expect(exchange.region.messages("outbound", "failed").isEmpty)
            let list = try await exchange.region.sluss(["cert", "list"], ["--json"])
            #expect(list.outputText.contains("\"partner\":\"kommun\"") && list.outputText.contains(try pki.pin(Self.nextKommun, .tls)))
            try await exchange.stop()
        }

        private func reload(_ pair: GatewayPair, _ exchange: Exchange) async throws {
            _ = try pair.write()
            for station in [exchange.region, exchange.kommun] {
                let before = station.logText.components(separatedBy: "\"reloaded\"").count
                station.signal(SIGHUP)
                #expect(try await eventually { station.logText.components(separatedBy: "\"reloaded\"").count > before })
            }
        }

        /// Drops a message every now and then until told to stop.
        private final class Flow: Sendable {
            private let station: Station
            private let state = Mutex<(ids: [String], isStopped: Bool)>(([], false))

            init(_ station: Station) { self.station = station }

            var sentCount: Int { state.withLock { $0.ids.count } }

            func stop() { state.withLock { $0.isStopped = true } }

            func count(reaches number: Int) async throws -> Bool { try await eventually { self.sentCount >= number } }

            func run() async throws -> [String] {
                while !state.withLock({ $0.isStopped }) {
                    let message = FreshMessage()
                    try station.drop(message)
                    state.withLock { $0.ids.append(message.messageID) }
                    try await Task.sleep(for: .milliseconds(50))
                }
                return state.withLock { $0.ids }
            }
        }
    }
}
