import CareMessages
import Foundation
import Logging
import ServiceLifecycle

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

    func run() async throws {
        let drop = try DropFolder(folder: folder)
        let nudge = Nudge()
        let watch = try? FolderWatch(paths: [folder])
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                if let watch { group.addTask { for await _ in watch.changes { nudge() } } }
                await nudge.loop(atLeastEvery: current.value.configuration.delivery.submitInterval) { await sweep(drop) }
                watch?.stop()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            nudge.end()
        }
    }

    private func sweep(_ drop: DropFolder) async {
        let names: [String]
        do {
            names = try await pool.run { try drop.take() }
        } catch {
            return log.note(.error, "drop folder cannot be read", ["error": "\(error)"])
        }
        let pipeline = OutboundPipeline(current.value, spools: spools, ledger: ledger)
        await withDiscardingTaskGroup { group in
            var free = Self.concurrency
            let (ended, end) = AsyncStream.makeStream(of: Void.self)
            var ends = ended.makeAsyncIterator()
            for name in names {
                if free == 0 {
                    _ = await ends.next()
                    free += 1
                }
                free -= 1
                group.addTask {
                    if let told = try? await pool.run({ drop.work(on: name, with: pipeline) }) { await report(told) }
                    end.yield()
                }
            }
        }
    }

    private func report(_ told: DropFolder.Told) async {
        switch told {
        case .accepted(let submission):
            for copy in submission.copies {
                log.note(.info, "message submitted", ["id": "\(copy.id)", "partner": copy.partner, "type": submission.type?.rawValue ?? "", "to": "ready"])
            }
            await accepted(submission.copies)
        case .refused(let submission):
            let codes = Set(submission.findings.filter { $0.severity == .error }.map(\.rule)).sorted().joined(separator: " ")
            log.note(.warning, "submission refused", ["codes": codes, "type": submission.type?.rawValue ?? "unknown"])
        case .later(let reason):
            log.note(.error, "submission postponed", ["reason": reason])
        }
    }
}
