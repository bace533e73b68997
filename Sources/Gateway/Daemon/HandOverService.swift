import Foundation
import Logging
import ServiceLifecycle
import Spooling
import Synchronization

/// Hands received messages over to the municipal system, for as long as the daemon runs.
struct HandOverService: Service {
    let folder: String
    let spools: Spools
    let pool: BlockingPool
    let log: EventLog
    let nudge: Nudge

    private static let concurrency = 4

    func run() async throws {
        let watch = FolderWatch.watching(spools.inbound.root + "/" + SpoolState.ready.rawValue, log: log)
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
        var waiting: ArraySlice<(id: MessageID, state: SpoolState)>
        do {
            waiting = try await pool.run { try due(at: Date()) }[...]
        } catch {
            return log.trouble("inbox cannot be listed", error)
        }
        await withTaskGroup(of: Bool.self) { group in
            func next() {
                guard !Task.isShuttingDownGracefully, !Task.isCancelled, let message = waiting.popFirst() else { return }
                group.addTask { await handOver(message.id, message.state) }
            }
            for _ in 0..<Self.concurrency { next() }
            while let isFolderWell = await group.next() {
                // What stops one stops them all: the others stay as they are, without a note in each history.
                if isFolderWell { next() } else { waiting = [] }
            }
        }
    }

    /// False when the folder is in the way.
    private func handOver(_ id: MessageID, _ state: SpoolState) async -> Bool {
        let step = HandOver(spool: spools.inbound, folder: folder)
        do {
            let isDone = try await pool.run { try step.run(id, from: state, at: Date()) }
            if isDone { log.moved(id, StateChange(event: "handed over", from: state, to: .done)) }
            return true
        } catch let trouble as FileTrouble {
            var change = StateChange(event: "not handed over", from: state, to: .deferred)
            (change.code, change.isTrouble) = (GatewayCode.cannotHandOver.rawValue, true)
            log.moved(id, change)
            log.trouble("hand-over folder trouble", trouble)
            return false
        } catch {
            log.trouble("hand-over failed", error, ["id": "\(id)"])
            return true
        }
    }

    /// What lies ready, what was deferred until now, and what an attempt of ours could not put back: no other runs when a round begins.
    private func due(at time: Date) throws(SpoolError) -> [(id: MessageID, state: SpoolState)] {
        var waiting = try spools.inbound.list(.inflight).map { ($0, SpoolState.inflight) }
        waiting += try spools.inbound.list(.ready).map { ($0, SpoolState.ready) }
        for id in try spools.inbound.list(.deferred) {
            guard let summary = try spools.inbound.summary(of: id, in: .deferred) else { continue }
            let pause = summary.nextTryAt?.timeIntervalSince(time) ?? 0
            // A pause longer than there is says that the clock was set back.
            if pause <= 0 || pause > HandOver.longestPause { waiting.append((id, .deferred)) }
        }
        return waiting.sorted { $0.0 < $1.0 }
    }
}
