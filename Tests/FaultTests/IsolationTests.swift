import Foundation
import TestSupport
import Testing

extension Faults {
    /// A partner that cannot be reached delays nobody else.
    @Suite("Partners apart")
    struct IsolationTests {
        /// Submit to receipt of messages that come one by one.
        private struct Latency: CustomStringConvertible {
            let sorted: [Duration]

            init(_ times: [Duration]) { sorted = times.sorted() }

            var median: Duration { sorted[sorted.count / 2] }
            var ninth: Duration { sorted[sorted.count * 9 / 10] }
            var longest: Duration { sorted[sorted.count - 1] }
            /// What must be less than a second more than alone: every message in the long form. In the short form, which shares the machine with
            /// other tests, one in ten may be slower.
            var judged: Duration { Effort.isFull ? longest : ninth }

            var description: String {
                "median \(Self.text(median)), 90 % \(Self.text(ninth)), longest \(Self.text(longest))"
            }

            static func text(_ duration: Duration) -> String {
                duration.formatted(.units(allowed: [.milliseconds], width: .narrow))
            }
        }

        private static let backlog = 10_000

        /// In the short form the files lie in memory where there is room: making and removing forty thousand of them on a disk takes
        /// minutes, and a dead partner writes next to nothing. The long form takes the disk.
        private static let memory: String? = {
            var system = statvfs()
            let path = "/dev/shm"
            guard !Effort.isFull, statvfs(path, &system) == 0, access(path, W_OK) == 0 else { return nil }
            return Int(system.f_bavail) * Int(system.f_frsize) > 1 << 30 ? path : nil
        }()

        /// From the rename into the drop folder to the stored receipt.
        private func latency(_ exchange: Exchange, _ count: Int = 20) async throws -> Latency {
            var times: [Duration] = []
            for _ in 0..<count {
                let message = FreshMessage()
                let start = ContinuousClock.now
                try exchange.region.drop(message)
                let isDone = try await eventually(every: .milliseconds(2)) {
                    exchange.region.acceptedID(of: message).map { exchange.region.isThere($0, in: "done") } ?? false
                }
                try #require(isDone, "not delivered in time")
                times.append(ContinuousClock.now - start)
                // Not in step with the daemon's own rounds.
                try await Task.sleep(for: .milliseconds(.random(in: 20...250)))
            }
            return Latency(times)
        }

        @Test("Ten thousand messages for a dead partner, or for one that never answers, delay a living one by less than a second")
        func deadPartner() async throws {
            let deadPort = try FreePort.next()
            let exchange = try Exchange("isolation", under: Self.memory) { pair in
                pair.region.partners.append(.init(.neighbour, port: deadPort))
                pair.region.appendix = "delivery: { connect_timeout: 2s }"
            }
            try await exchange.start()
            _ = try await latency(exchange, 3)
            let alone = try await latency(exchange)
            try await exchange.region.stop()

            let filling = ContinuousClock.now
            try await Backlog.fill(exchange.region, with: Self.backlog, to: .provkommun)
            let filled = ContinuousClock.now
            try await exchange.region.start()
            let ready = ContinuousClock.now
            let besideDead = try await latency(exchange)
            let attempts = exchange.region.logText.components(separatedBy: "message deferred").count - 1

            let (sent, _) = try await exchange.region.send(FreshMessage())
            #expect(sent.isSuccess)

            let hole = try BlackHole(port: deadPort)
            #expect(try await eventually(within: .seconds(30)) { hole.connectionCount > 0 }, "the black hole is tried")
            let besideHole = try await latency(exchange)

            let form = Effort.isFull ? "long form, the longest counts" : "short form, nine in ten count"
            print("isolation: \(form); files \(Self.memory == nil ? "on disk" : "in memory"), \(Self.backlog) messages of backlog")
            print("isolation: alone \(alone)")
            print("isolation: beside a dead partner: \(besideDead); \(attempts) attempts on it")
            print("isolation: beside a black hole: \(besideHole); \(hole.connectionCount) connections fell in")
            let (fill, restart) = (Latency.text(filled - filling), Latency.text(ready - filled))
            print("isolation: filling took \(fill), start with the backlog \(restart), one send \(Latency.text(sent.elapsed))")
            #expect(besideDead.judged - alone.median <= .seconds(1))
            #expect(besideHole.judged - alone.median <= .seconds(1))
            #expect(exchange.region.outstanding == Self.backlog, "nothing of the backlog was lost or given up")
            try await exchange.stop()
        }
    }
}
