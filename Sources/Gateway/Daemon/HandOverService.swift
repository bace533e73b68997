import Foundation
import Logging
import ServiceLifecycle
import Spooling

/// Hands received messages over to the municipal system, for as long as the daemon runs.
struct HandOverService: Service {
    let folder: String
    let spools: Spools
    let pool: BlockingPool
    let log: EventLog
    let nudge: Nudge

    private static let concurrency = 4

    func run() async throws {
        let watch = try? FolderWatch(paths: [spools.inbound.root + "/" + SpoolState.ready.rawValue])
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                if let watch { group.addTask { for await _ in watch.changes { nudge() } } }
                await nudge.loop(atLeastEvery: .seconds(2)) { await round() }
                watch?.stop()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            nudge.end()
        }
    }

    private func round() async {
        let waiting: [(MessageID, SpoolState)]
        do {
            waiting = try await pool.run { try due(at: Date()) }
        } catch {
            return log.note(.error, "inbox cannot be listed", ["error": "\(error)"])
        }
        await withDiscardingTaskGroup { group in
            let share = (waiting.count + Self.concurrency - 1) / Self.concurrency
            for start in stride(from: 0, to: waiting.count, by: max(1, share)) {
                let part = waiting[start..<min(start + share, waiting.count)]
                group.addTask { for (id, state) in part { await handOver(id, state) } }
            }
        }
    }

    private func handOver(_ id: MessageID, _ state: SpoolState) async {
        let step = HandOver(spool: spools.inbound, folder: folder)
        do {
            let isDone = try await pool.run { try step.run(id, from: state, at: Date()) }
            if isDone { return log.moved(id, StateChange(event: "handed over", from: state, to: .done)) }
            // Mostly the writer that still syncs what it just renamed: look again in a moment, not at the next full round.
            try? await Task.sleep(for: .milliseconds(10))
            nudge()
        } catch let trouble as FileTrouble {
            log.moved(
                id, StateChange(event: "not handed over", from: state, to: .deferred, code: GatewayCode.cannotHandOver.rawValue, isTrouble: true))
            log.note(.error, "hand-over folder trouble", ["operation": trouble.operation, "errno": "\(trouble.errno)"])
        } catch {
            log.note(.error, "hand-over failed", ["id": "\(id)", "error": "\(error)"])
        }
    }

    /// What lies ready, and what was deferred until now.
    private func due(at time: Date) throws(SpoolError) -> [(MessageID, SpoolState)] {
        var waiting = try spools.inbound.list(.ready).map { ($0, SpoolState.ready) }
        for id in try spools.inbound.list(.deferred) {
            guard let summary = try spools.inbound.summary(of: id, in: .deferred) else { continue }
            if (summary.nextTryAt ?? time) <= time { waiting.append((id, .deferred)) }
        }
        return waiting
    }
}
