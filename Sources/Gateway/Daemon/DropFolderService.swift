import CareMessages
import Foundation
import Logging
import ServiceLifecycle
import Spooling

/// Looks after the drop folder for as long as the daemon runs.
struct DropFolderService: Service {
    let folder: String
    let current: CurrentParts
    let spools: Spools
    let ledger: CaseLedger
    let pool: BlockingPool
    let log: EventLog
    /// Tells delivery of new copies, so that it need not look for them.
    let accepted: @Sendable ([Submission.Copy]) async -> Void

    /// Files worked on at the same time: their syncs overlap.
    private static let concurrency = 8
    /// How long a file waits when our disk was in its way.
    private static let pause: Duration = .seconds(5)

    /// What was noticed before, so that the same trouble is not logged at every look.
    private struct Memory {
        var stuck = 0
        var listingFailed = false
        /// Files that have to wait, and until when.
        var postponed: [String: ContinuousClock.Instant] = [:]
    }

    func run() async throws {
        let drop = try DropFolder(folder: folder, taken: spools.taken)
        let nudge = Nudge()
        let watch = FolderWatch.watching(folder, log: log)
        var memory = Memory()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                if let watch { group.addTask { for await _ in watch.changes { nudge() } } }
                await nudge.loop(atLeastEvery: current.value.configuration.delivery.submitInterval) { await sweep(drop, &memory) }
                watch?.stop()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            nudge.end()
        }
    }

    private func sweep(_ drop: DropFolder, _ memory: inout Memory) async {
        guard let names = await look(drop, &memory) else { return }
        let pipeline = OutboundPipeline(current.value, spools: spools, ledger: ledger)
        var waiting = names[...]
        var later: [String: Int] = [:]
        await withTaskGroup(of: (name: String, told: DropFolder.Told)?.self) { group in
            func next() {
                // A stop leaves the rest in `taken/` for the next start.
                guard !Task.isShuttingDownGracefully, !Task.isCancelled, let name = waiting.popFirst() else { return }
                group.addTask { (try? await pool.run { drop.work(on: name, with: pipeline) }).map { (name, $0) } }
            }
            for _ in 0..<Self.concurrency { next() }
            while let outcome = await group.next() {
                next()
                guard let outcome else { continue }
                await report(outcome.told)
                if case .later(let reason) = outcome.told {
                    memory.postponed[outcome.name] = .now + Self.pause
                    later[reason, default: 0] += 1
                }
            }
        }
        for (reason, count) in later.sorted(by: { $0.key < $1.key }) {
            log.note(.error, "submissions postponed", ["reason": reason], numbers: ["count": count])
        }
    }

    /// What is to be worked on now; nil when the folder cannot be read.
    private func look(_ drop: DropFolder, _ memory: inout Memory) async -> [String]? {
        do {
            let look = try await pool.run { try drop.take() }
            if look.stuck != memory.stuck {
                log.note(.warning, "files in the drop folder that cannot be taken", numbers: ["count": look.stuck])
            }
            (memory.stuck, memory.listingFailed) = (look.stuck, false)
            let now = ContinuousClock.now
            memory.postponed = memory.postponed.filter { $0.value > now }
            return look.names.filter { memory.postponed[$0] == nil }
        } catch {
            if !memory.listingFailed { log.trouble("drop folder cannot be read", error) }
            memory.listingFailed = true
            return nil
        }
    }

    private func report(_ told: DropFolder.Told) async {
        switch told {
        case .accepted(let submission):
            for copy in submission.copies {
                let event = copy.existed ? "submission repeated" : "message submitted"
                var fields = ["id": "\(copy.id)", "partner": copy.partner, "type": submission.type?.rawValue ?? ""]
                if !copy.existed { fields["to"] = (copy.isHeld ? SpoolState.held : .ready).rawValue }
                log.note(.info, event, fields)
            }
            await accepted(submission.copies)
        case .refused(let submission):
            let codes = Set(submission.findings.filter { $0.severity == .error }.map(\.rule)).sorted().joined(separator: " ")
            log.note(.warning, "submission refused", ["codes": codes, "type": submission.type?.rawValue ?? "unknown"])
        case .later: break  // Told together, by reason.
        }
    }
}
