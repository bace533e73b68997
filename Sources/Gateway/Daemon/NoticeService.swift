import Foundation
import Logging
import ServiceLifecycle
import Spooling

/// Tells submitters of messages that failed, for as long as the daemon runs: those of before the start too.
struct NoticeService: Service {
    let step: TellSubmitter
    let pool: BlockingPool
    let log: EventLog

    func run() async throws {
        let nudge = Nudge()
        let watch = FolderWatch.watching(step.spools.outbound.root + "/" + SpoolState.failed.rawValue, log: log)
        var seen: Set<MessageID> = []
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                if let watch { group.addTask { for await _ in watch.changes { nudge() } } }
                await nudge.loop(atLeastEvery: .seconds(5), resting: 2) { await round(&seen) }
                watch?.stop()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            nudge.end()
        }
    }

    private func round(_ seen: inout Set<MessageID>) async {
        do {
            let failed = Set(try await pool.run { try step.spools.outbound.list(.failed) })
            // One that was tried again and failed again is told of again.
            seen.formIntersection(failed)
            for id in failed.subtracting(seen).sorted() {
                guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return }
                if await tell(id) { seen.insert(id) }
            }
        } catch {
            log.trouble("failed messages cannot be listed", error)
        }
    }

    /// One notice that cannot be written keeps no other submitter waiting; it is tried again in the next round.
    private func tell(_ id: MessageID) async -> Bool {
        do {
            if try await pool.run({ try step.run(id, at: Date()) }) { log.note(.warning, "submitter told of failure", ["id": "\(id)"]) }
            return true
        } catch {
            log.trouble("submitter not told of failure", error, ["id": "\(id)"])
            return false
        }
    }
}
