import Foundation
import TestSupport
import Testing

extension Faults {
    /// Killed right before a system call, program by program and call by call.
    @Suite("Crash at every system call", .enabled(if: CallTrap.isPossible, "no C compiler: clang, cc or gcc"))
    struct CrashTests {
        /// How many places of each kind of call are tried; in full every call that changes the disk or tells somebody something. Opening and
        /// closing change nothing: to be killed before one is to be killed before the next call that does, so a sample shows it.
        private static func limit(_ call: CallTrap.Call) -> Int {
            switch call {
            case .sync, .rename, .link, .unlink, .makeFolder: Effort.rounds(quick: 5, full: .max)
            case .write: Effort.rounds(quick: 4, full: .max)
            case .open, .close: Effort.rounds(quick: 2, full: 12)
            }
        }

        /// Every kind of call with the numbers to try, from the counts of one undisturbed run.
        private static func places(_ counts: [CallTrap.Call: Int]) -> [(call: CallTrap.Call, number: Int)] {
            CallTrap.Call.allCases.flatMap { call in
                Effort.numbers(through: counts[call] ?? 0, limit: limit(call)).map { (call, $0) }
            }
        }

        private static func counts(_ trap: CallTrap, of work: () async throws -> Void) async throws -> [CallTrap.Call: Int] {
            let before = CallTrap.Call.allCases.map(trap.count)
            try await work()
            return Dictionary(uniqueKeysWithValues: zip(CallTrap.Call.allCases, before).map { ($0, trap.count($0) - $1) })
        }

        private static func words(_ counts: [CallTrap.Call: Int]) -> String {
            CallTrap.Call.allCases.map { "\($0) \(counts[$0] ?? 0)" }.joined(separator: ", ")
        }

        @Test("A submission by command that is cut off at any call leaves one message or none, and an id that was printed holds")
        func submission() async throws {
            let exchange = try Exchange("crash-send")
            let trap = try CallTrap(in: exchange.folder.path)
            try await exchange.start()
            var sent: [String] = []
            let counts = try await Self.counts(trap) {
                let message = FreshMessage()
                let (result, ids) = try await exchange.region.send(message, environment: trap.environment)
                try #require(result.isSuccess && ids.count == 1, "\(result.errorText)")
                sent.append(message.messageID)
            }
            var crashes = 0
            for place in Self.places(counts) {
                let message = FreshMessage()
                trap.arm(place.call, place.number)
                let (cutOff, promised) = try await exchange.region.send(message, environment: trap.environment)
                trap.disarm()
                if cutOff.exitCode == 128 + SIGKILL { crashes += 1 } else { #expect(cutOff.exitCode == 0, "\(place): \(cutOff.errorText)") }
                let (repeated, ids) = try await exchange.region.send(message)
                #expect(repeated.isSuccess && ids.count == 1, "\(place): \(repeated.errorText)")
                #expect(promised.isEmpty || promised == ids, "\(place): a printed id was lost")
                sent.append(message.messageID)
            }
            #expect(try await exchange.drain())
            // What was cut off between two steps is finished or cleared away by the next start.
            try await exchange.region.stop()
            try await exchange.region.start()
            #expect(try await exchange.drain())
            #expect(exchange.region.messages("outbound", "incoming").isEmpty)
            var tally = try exchange.count(sent)
            tally.crashes = crashes
            print("crash in send (\(Self.words(counts))): \(tally)")
            expectClean(tally, in: exchange, minimum: 8)
        }

        @Test("A region that crashes at any call of taking and delivering a file delivers it once all the same")
        func delivery() async throws {
            let exchange = try Exchange("crash-deliver")
            try await crashes(of: exchange.region, in: exchange, named: "crash in the region's daemon")
        }

        @Test("A kommun that crashes at any call of receiving and handing over gives one copy and a receipt all the same")
        func reception() async throws {
            let exchange = try Exchange("crash-receive")
            try await crashes(of: exchange.kommun, in: exchange, named: "crash in the kommun's daemon")
        }

        /// One message through the drop folder for each place, with the trap in one of the daemons.
        private func crashes(of victim: Station, in exchange: Exchange, named name: String) async throws {
            let trap = try CallTrap(in: exchange.folder.path)
            try await (victim === exchange.region ? exchange.kommun : exchange.region).start()
            try await victim.start(trap.environment)
            // The first message opens the connection and the second counts what every message needs.
            var sent = [try await passed(exchange)]
            let counts = try await Self.counts(trap) { sent.append(try await passed(exchange)) }
            var crashes = 0
            for place in Self.places(counts) {
                let message = FreshMessage()
                sent.append(message.messageID)
                trap.arm(place.call, place.number)
                try exchange.region.drop(message)
                let isOver = try await eventually { victim.hasDied || hasPassed(message, exchange, total: sent.count) }
                trap.disarm()
                #expect(isOver, "\(place): neither crashed nor delivered")
                if victim.hasDied {
                    crashes += 1
                    try await victim.start(trap.environment)
                }
                let isDone = try await eventually(every: .milliseconds(10)) { hasPassed(message, exchange, total: sent.count) }
                try #require(isDone, "\(place): not delivered after the restart")
            }
            try await exchange.stop()
            var tally = try exchange.count(sent)
            tally.crashes = crashes
            print("\(name) (\(Self.words(counts))): \(tally)")
            expectClean(tally, in: exchange, minimum: 8)
        }

        private func passed(_ exchange: Exchange) async throws -> String {
            let message = FreshMessage()
            let before = exchange.kommun.handedOverCount
            try exchange.region.drop(message)
            let isDone = try await eventually(every: .milliseconds(10)) { hasPassed(message, exchange, total: before + 1) }
            try #require(isDone, "not delivered: \(exchange.region.logText.suffix(2_000))")
            return message.messageID
        }

        /// Acknowledged, delivered with a receipt and handed over.
        private func hasPassed(_ message: FreshMessage, _ exchange: Exchange, total: Int) -> Bool {
            guard let id = exchange.region.acceptedID(of: message), exchange.region.isThere(id, in: "done") else { return false }
            return exchange.kommun.handedOverCount >= total && exchange.isDrained
        }
    }
}

/// Nothing lost, nothing doubled, nothing damaged or given up, and faults enough to prove it.
func expectClean(_ tally: Tally, in exchange: Exchange, minimum: Int) {
    #expect(tally.crashes >= minimum)
    #expect(tally.acknowledged >= minimum)
    #expect(tally.lost == 0)
    #expect(tally.doubled == 0)
    #expect(tally.foreign == 0)
    for state in ["failed", "corrupt", "held"] {
        #expect(exchange.region.messages("outbound", state).isEmpty, "\(state)")
        #expect(exchange.kommun.messages("inbound", state).isEmpty, "\(state)")
    }
}
