import Foundation
import TestSupport
import Testing

extension Faults {
    /// Stopping, reloading and starting twice.
    @Suite("Signals")
    struct SignalTests {
        @Test("A daemon told to stop during a delivery nobody answers ends in time, and the message goes out after the next start")
        func stalledDelivery() async throws {
            let port = try FreePort.next()
            var target = 0
            let exchange = try Exchange("stop") { pair in
                target = pair.region.partners[0].port
                pair.region.partners[0].port = port
                pair.region.appendix = "delivery: { stop_grace: \(Effort.rounds(quick: 2, full: 10))s }"
            }
            let line = try BadLine(from: port, to: target)
            line.fault = .losesAnswers
            try await exchange.start()
            let message = FreshMessage()
            try exchange.region.drop(message)
            #expect(try await eventually { exchange.kommun.handedOverCount == 1 }, "the request arrives, its answer never will")
            let id = try #require(exchange.region.acceptedID(of: message))
            #expect(exchange.region.isThere(id, in: "inflight"))

            let start = ContinuousClock.now
            let code = try await exchange.region.stop()
            let time = ContinuousClock.now - start
            print("SIGTERM during a stalled delivery: exit code \(code) after \(time.formatted(.units(allowed: [.milliseconds])))")
            #expect(code == 0)
            #expect(time < .seconds(Effort.rounds(quick: 2, full: 10) + 3))
            #expect(exchange.region.isThere(id, in: "awaiting"), "parked, and known to have been sent whole")

            line.fault = .none
            line.cutAll()
            try await exchange.region.start()
            #expect(try await exchange.drain())
            let tally = try exchange.count([message.messageID])
            #expect(exchange.region.isThere(id, in: "done") && tally.lost == 0 && tally.doubled == 0)
            try await exchange.stop()
        }

        @Test("A daemon told to stop while it knocks at a silent partner parks the message untried")
        func silentPartner() async throws {
            let port = try FreePort.next()
            let exchange = try Exchange("stop-silent") { pair in
                pair.region.partners[0].port = port
                pair.region.appendix = "delivery: { stop_grace: 1s, connect_timeout: 60s }"
            }
            let hole = try BlackHole(port: port)
            try await exchange.region.start()
            let message = FreshMessage()
            try exchange.region.drop(message)
            #expect(try await eventually { hole.connectionCount > 0 })
            let start = ContinuousClock.now
            #expect(try await exchange.region.stop() == 0)
            #expect(ContinuousClock.now - start < .seconds(5))
            let id = try #require(exchange.region.acceptedID(of: message))
            #expect(exchange.region.isThere(id, in: "ready"), "not tried, so nothing is counted against it")
        }

        @Test("Reloads under load, with good and with broken configurations, lose no message and fail no delivery")
        func reloads() async throws {
            var changed: (good: String, other: String) = ("", "")
            let exchange = try Exchange("reload") { pair in
                changed.good = try pair.region.text()
                pair.region.partners[0].concurrency = 7
                changed.other = try pair.region.text()
            }
            let broken = [
                changed.good.replacing("version: 1", with: "version: 2"), changed.good + "nonsense: yes\n",
                changed.good.replacing("partners:", with: "partners: ]"),
                changed.good.replacing("as4.key", with: "missing.key"),
            ]
            try await exchange.start()
            var sent: [String] = []
            let rounds = Effort.rounds(quick: 10, full: 50)
            for round in 0..<rounds {
                for _ in 0..<2 {
                    let message = FreshMessage()
                    try exchange.region.drop(message)
                    sent.append(message.messageID)
                }
                let isGood = round.isMultiple(of: 2)
                let text = isGood ? (round.isMultiple(of: 4) ? changed.good : changed.other) : broken[round / 2 % broken.count]
                try Data(text.utf8).write(to: URL(filePath: exchange.region.configuration), options: .atomic)
                _ = chmod(exchange.region.configuration, 0o600)
                let (taken, refused) = (times("\"event\":\"reloaded\"", exchange.region), times("reload refused", exchange.region))
                exchange.region.signal(SIGHUP)
                let hasAnswered = try await eventually {
                    isGood ? times("\"event\":\"reloaded\"", exchange.region) > taken : times("reload refused", exchange.region) > refused
                }
                #expect(hasAnswered, "round \(round)")
                #expect(!exchange.region.hasDied)
            }
            #expect(try await exchange.drain())
            let tally = try exchange.count(sent)
            let troubles = times("message deferred", exchange.region) + times("message not taken", exchange.kommun)
            print("reloads: \((rounds + 1) / 2) taken over, \(rounds / 2) refused, \(tally), \(troubles) deliveries disturbed")
            #expect(tally.acknowledged == sent.count && tally.lost == 0 && tally.doubled == 0)
            #expect(troubles == 0)
            try await exchange.stop()
        }

        @Test("A daemon that is told to reload again and again while it starts lives, and reloads when it serves")
        func reloadsDuringStart() async throws {
            let exchange = try Exchange("early-reload")
            let gateway = try await starting(exchange.region)
            let isReady = try await eventually(every: .milliseconds(1)) {
                gateway.process.send(SIGHUP)
                return gateway.logText().contains("gateway ready") || gateway.process.exitCodeIfEnded() != nil
            }
            #expect(isReady && gateway.process.exitCodeIfEnded() == nil)
            #expect(try await eventually { gateway.logText().contains("\"event\":\"reloaded\"") })
            #expect(try await gateway.stop() == 0)
        }

        @Test("A daemon that is told to stop while it starts ends with exit code 0")
        func stopsDuringStart() async throws {
            let exchange = try Exchange("early-stop")
            let gateway = try await starting(exchange.region)
            #expect(try await gateway.stop() == 0, "\(gateway.logText())")
            #expect(gateway.logText().contains("\"event\":\"stopped\""))
        }

        /// A daemon at its first words, long before it serves.
        private func starting(_ station: Station) async throws -> RunningGateway {
            var options = RunningGateway.Options()
            options.readyText = "\"event\":\"starting\""
            return try await RunningGateway(configuration: station.configuration, log: station.log, options: options)
        }

        private func times(_ text: String, _ station: Station) -> Int { station.logText.components(separatedBy: text).count - 1 }

        @Test("A second daemon on the same spool is refused with exit code 69, also after the first was killed and started again")
        func secondDaemon() async throws {
            let exchange = try Exchange("second")
            try await exchange.region.start()
            for round in 0..<2 {
                let second = try await exchange.region.sluss(["serve"])
                #expect(second.exitCode == 69, "\(second.errorText)")
                #expect(second.elapsed < .seconds(10))
                #expect(!exchange.region.hasDied)
                if round == 0 {
                    try await exchange.region.kill()
                    try await exchange.region.start()
                }
            }
            try await exchange.region.stop()
        }
    }
}
