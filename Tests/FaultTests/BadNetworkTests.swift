import Foundation
import TestSupport
import Testing

extension Faults {
    /// The line between the gateways fails; a small relay in the test is that line.
    @Suite("Bad network")
    struct BadNetworkTests {
        /// The two gateways with a bad line between them, both running.
        private func open(_ label: String, delivery: String = "") async throws -> (exchange: Exchange, line: BadLine) {
            let port = try FreePort.next()
            var target = 0
            let exchange = try Exchange(label) { pair in
                target = pair.region.partners[0].port
                pair.region.partners[0].port = port
                pair.region.partners[0].retry = "{ first_delay: 1s, longest_delay: 1s, jitter: 0, expiry: 48h }"
                pair.region.appendix = delivery
            }
            let line = try BadLine(from: port, to: target)
            try await exchange.start()
            return (exchange, line)
        }

        private func dropped(_ count: Int, _ exchange: Exchange) throws -> [String] {
            try (0..<count).map { _ in
                let message = FreshMessage()
                try exchange.region.drop(message)
                return message.messageID
            }
        }

        private func repeats(_ exchange: Exchange) -> Int { exchange.kommun.logText.components(separatedBy: "message repeated").count - 1 }

        @Test("A receipt that is lost on its way costs a repetition and no second copy")
        func lostReceipts() async throws {
            let (exchange, line) = try await open("lost-receipt")
            let count = Effort.rounds(quick: 20, full: 200)
            line.fault = .cutsAnswers(count)
            let sent = try dropped(count, exchange)
            #expect(try await exchange.drain(within: .seconds(120)))
            var tally = try exchange.count(sent)
            tally.crashes = line.cuts
            let repeated = repeats(exchange)
            print("lost receipts: \(line.cuts) answers cut, \(repeated) repetitions answered with the first receipt, \(tally)")
            #expect(line.cuts == count)
            #expect(repeated == count, "every cut came after the message was stored")
            expectClean(tally, in: exchange, minimum: count)
            #expect(exchange.region.messages("outbound", "done").count == count)
            try await exchange.stop()
        }

        @Test("A request that is cut off half way leaves nothing, and its repetition arrives once")
        func halfRequests() async throws {
            let (exchange, line) = try await open("half-request")
            let count = Effort.rounds(quick: 5, full: 20)
            line.fault = .cutsRequests(count)
            let sent = try dropped(count, exchange)
            #expect(try await exchange.drain(within: .seconds(120)))
            var tally = try exchange.count(sent)
            tally.crashes = line.cuts
            print("half requests: \(line.cuts) requests cut, \(repeats(exchange)) repetitions, \(tally)")
            #expect(line.cuts == count)
            expectClean(tally, in: exchange, minimum: count)
            try await exchange.stop()
        }

        @Test("A half-open connection, on which no answer ever comes, is given up and the message is sent again")
        func halfOpen() async throws {
            let (exchange, line) = try await open("half-open", delivery: "delivery: { answer_timeout: 1s }")
            line.fault = .losesAnswers
            let sent = try dropped(3, exchange)
            let isWaiting = try await eventually { exchange.region.messages("outbound", "awaiting").count == 3 }
            #expect(isWaiting, "given up after the time for an answer")
            #expect(exchange.kommun.handedOverCount == 3, "stored all the same")
            line.fault = .none
            line.cutAll()
            #expect(try await exchange.drain())
            let tally = try exchange.count(sent)
            print("half-open: \(repeats(exchange)) repetitions, \(tally)")
            #expect(tally.acknowledged == 3 && tally.lost == 0 && tally.doubled == 0)
            try await exchange.stop()
        }

        @Test("A slow line delivers without a repetition")
        func slow() async throws {
            let (exchange, line) = try await open("slow")
            line.fault = .slow(milliseconds: 60)
            let sent = try dropped(2, exchange)
            let clock = ContinuousClock()
            let start = clock.now
            #expect(try await exchange.drain())
            let time = clock.now - start
            let tally = try exchange.count(sent)
            print("slow line: \(time.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1)))), \(tally)")
            #expect(tally.lost == 0 && tally.doubled == 0)
            #expect(repeats(exchange) == 0)
            #expect(time > .milliseconds(500), "the line was slow indeed")
            try await exchange.stop()
        }
    }
}
