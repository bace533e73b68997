import Foundation
import Synchronization
import TestSupport
import Testing

extension Faults {
    /// Either daemon killed at any moment while messages stream through both, and an operator at work all the time.
    @Suite("Random kills under load")
    struct RandomKillTests {
        /// What the feeding and operating tasks share with the killer.
        private final class Work: Sendable {
            private let acknowledgedByCommand = Mutex<[String: String]>([:])
            private let dropped = Mutex<[FreshMessage]>([])
            private let ended = Atomic(false)
            private let acts = Mutex<[String: Int]>([:])

            var isOver: Bool { ended.load(ordering: .sequentiallyConsistent) }
            func end() { ended.store(true, ordering: .sequentiallyConsistent) }

            func acknowledged(_ message: FreshMessage, as id: String) { acknowledgedByCommand.withLock { $0[message.messageID] = id } }
            func took(_ message: FreshMessage) { dropped.withLock { $0.append(message) } }
            func did(_ act: String) { acts.withLock { $0[act, default: 0] += 1 } }

            var byCommand: [String: String] { acknowledgedByCommand.withLock { $0 } }
            var byFolder: [FreshMessage] { dropped.withLock { $0 } }
            var words: String { acts.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") } }
        }

        @Test("However often either daemon is killed, every acknowledged message arrives once")
        func kills() async throws {
            let exchange = try Exchange("kills")
            try await exchange.start()
            let work = Work()
            let kills = Effort.rounds(quick: 20, full: 200)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await feedFolder(exchange, work) }
                group.addTask { try await feedCommand(exchange, work) }
                group.addTask { try await operate(exchange, work) }
                do {
                    for _ in 0..<kills { try await killOne(of: exchange) }
                } catch {
                    work.end()
                    throw error
                }
                work.end()
                try await group.waitForAll()
            }
            try await finish(exchange)
            for message in work.byFolder { #expect(exchange.region.acceptedID(of: message) != nil, "a dropped file has no answer") }
            for id in work.byCommand.values { #expect(exchange.region.isThere(id, in: "done"), "\(id) is not done") }
            var tally = try exchange.count(work.byFolder.map(\.messageID) + work.byCommand.keys)
            tally.crashes = kills
            print(
                "random kills: \(tally) (\(work.byFolder.count) dropped, \(work.byCommand.count) sent by command; operator: \(work.words))")
            expectClean(tally, in: exchange, minimum: 20)
            try await exchange.stop()
        }

        private func killOne(of exchange: Exchange) async throws {
            try await Task.sleep(for: .milliseconds(.random(in: 20...500)))
            let victim = Bool.random() ? exchange.region : exchange.kommun
            try await victim.kill()
            try await victim.start()
        }

        /// Small bursts of files, never more than a few dozen messages ahead of delivery.
        private func feedFolder(_ exchange: Exchange, _ work: Work) async throws {
            while !work.isOver {
                if exchange.region.outstanding < 30 {
                    for _ in 0..<Int.random(in: 1...4) {
                        let message = FreshMessage()
                        try exchange.region.drop(message)
                        work.took(message)
                    }
                }
                try await Task.sleep(for: .milliseconds(.random(in: 50...200)))
            }
        }

        private func feedCommand(_ exchange: Exchange, _ work: Work) async throws {
            while !work.isOver {
                let message = FreshMessage()
                let (result, ids) = try await exchange.region.send(message)
                #expect(result.isSuccess && ids.count == 1, "\(result.errorText)")
                if let id = ids.first { work.acknowledged(message, as: id) }
                try await Task.sleep(for: .milliseconds(100))
            }
        }

        /// Holds, releases and retries whatever lies there, beside the daemon and without it. A message that moves first wins; that is
        /// exit code 1, 66 or 75, and nothing else may come.
        private func operate(_ exchange: Exchange, _ work: Work) async throws {
            while !work.isOver {
                for (act, state) in [("hold", "ready"), ("retry", "deferred"), ("hold", "deferred"), ("release", "held")] {
                    let list = try await exchange.region.sluss(["queue", "list"], ["--state", state, "--ids"])
                    #expect(list.isSuccess, "\(list.errorText)")
                    guard let id = list.outputText.split(separator: "\n").randomElement() else { continue }
                    let result = try await exchange.region.sluss(["queue", act], [String(id), "--reason", "test"])
                    #expect([0, 1, 66, 75].contains(result.exitCode), "\(act) from \(state): \(result.exitCode) \(result.errorText)")
                    if result.exitCode == 0 { work.did(act) }
                }
                try await Task.sleep(for: .milliseconds(100))
            }
        }

        /// Lets everything that is held go, whoever held it, until all is delivered.
        private func finish(_ exchange: Exchange) async throws {
            let isDone = try await eventually(within: .seconds(90), every: .milliseconds(200)) {
                let held = exchange.region.messages("outbound", "held")
                if !held.isEmpty { _ = try await exchange.region.sluss(["queue", "release"], held + ["--reason", "test"]) }
                return held.isEmpty && exchange.isDrained
            }
            #expect(isDone, "still outstanding: \(exchange.region.outstanding)")
        }
    }
}
