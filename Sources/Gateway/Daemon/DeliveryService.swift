import Foundation
import Logging
import ServiceLifecycle
import Spooling
import Synchronization

/// Runs the lanes: one for each partner with messages, fed from the spool's `ready` and `deferred` folders.
///
/// The spool is the truth and is looked at again and again; what the lanes know is a copy that may be lost at any moment.
final class DeliveryService: Service {
    private let current: CurrentParts
    private let spools: Spools
    private let ledger: CaseLedger
    private let pool: BlockingPool
    private let log: EventLog
    private let deliver: DeliverMessage
    private let nudge = Nudge()
    private let state = Mutex(State())

    private struct State {
        var lanes: [String: DeliveryLane] = [:]
        /// What was offered last, so that a look at the spool offers only what is new.
        var offered: [MessageID: SpoolState] = [:]
        var isStopping = false
    }

    init(current: CurrentParts, spools: Spools, ledger: CaseLedger, pool: BlockingPool, deliver: DeliverMessage) {
        self.current = current
        self.spools = spools
        self.ledger = ledger
        self.pool = pool
        self.deliver = deliver
        log = deliver.log
    }

    /// New copies that this process just spooled: offered at once, without a look at the folder.
    func accepted(_ copies: [Submission.Copy]) async {
        for copy in copies where copy.partner != Spools.localPartner {
            state.withLock { $0.offered[copy.id] = .ready }
            await lane(of: copy.partner)?.offer([(copy.id, Date())])
        }
    }

    /// Takes over a reloaded configuration: numbers of the lanes, and messages of partners that came or went.
    func reloaded() async {
        for (name, lane) in state.withLock({ $0.lanes }) {
            let settings = Self.settings(of: name, in: current.value.configuration)
            await lane.adjust(concurrency: settings.concurrency, schedule: settings.schedule)
        }
        nudge()
    }

    func run() async throws {
        let watch = try? FolderWatch(paths: [spools.outbound.root + "/" + SpoolState.ready.rawValue])
        let (fresh, found) = AsyncStream.makeStream(of: DeliveryLane.self)
        newLane.withLock { $0 = found }
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                if let watch { group.addTask { [nudge] in for await _ in watch.changes { nudge() } } }
                group.addTask { [nudge] in
                    await nudge.loop(atLeastEvery: .seconds(3)) { await self.look() }
                    found.finish()
                }
                for await lane in fresh { group.addTask { await lane.run() } }
                watch?.stop()
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private let newLane = Mutex<AsyncStream<DeliveryLane>.Continuation?>(nil)

    private func stop() {
        let lanes = state.withLock { state in
            state.isStopping = true
            return Array(state.lanes.values)
        }
        let deadline = Date().addingTimeInterval(current.value.configuration.delivery.stopGrace.timeInterval)
        nudge.end()
        Task { for lane in lanes { await lane.stop(by: deadline) } }
    }

    /// One look at the spool: offers what is new there to its lane, and forgets what is gone.
    private func look() async {
        do {
            let known = state.withLock { $0.offered }
            let (present, fresh) = try await pool.run { [self] in try compare(known) }
            state.withLock { $0.offered = present.merging($0.offered.filter { known[$0.key] == nil }) { new, _ in new } }
            for (partner, messages) in Dictionary(grouping: fresh, by: \.partner) {
                await lane(of: partner)?.offer(messages.map { ($0.id, $0.notBefore) })
            }
        } catch {
            log.note(.error, "spool cannot be listed", ["error": "\(error)"])
        }
    }

    private struct Found: Sendable {
        let id: MessageID
        let partner: String
        let notBefore: Date
    }

    private func compare(_ known: [MessageID: SpoolState]) throws(SpoolError) -> ([MessageID: SpoolState], [Found]) {
        var present: [MessageID: SpoolState] = [:]
        var fresh: [Found] = []
        for folder in [SpoolState.ready, .deferred] {
            for id in try spools.outbound.list(folder) {
                present[id] = folder
                guard known[id] != folder, let summary = try spools.outbound.summary(of: id, in: folder) else { continue }
                guard let envelope = summary.envelope else {
                    try? spools.outbound.verify(id, in: folder)  // Damaged: the check sets it aside in `corrupt`.
                    continue
                }
                ledger.note(envelope)
                let time = folder == .deferred ? summary.nextTryAt ?? Date() : Date()
                fresh.append(Found(id: id, partner: envelope.partner, notBefore: time))
            }
        }
        return (present, fresh)
    }

    private func lane(of partner: String) -> DeliveryLane? {
        let settings = Self.settings(of: partner, in: current.value.configuration)
        let (lane, isNew) = state.withLock { state -> (DeliveryLane?, Bool) in
            if let lane = state.lanes[partner] { return (lane, false) }
            guard !state.isStopping else { return (nil, false) }
            let lane = DeliveryLane(partner: partner, concurrency: settings.concurrency, schedule: settings.schedule) { [deliver] id in
                await deliver.run(id)
            }
            state.lanes[partner] = lane
            return (lane, true)
        }
        if isNew, let lane { newLane.withLock { _ = $0?.yield(lane) } }
        return lane
    }

    private static func settings(of partner: String, in configuration: Configuration) -> (concurrency: Int, schedule: RetrySchedule) {
        let agreements = configuration.agreements(with: partner)
        return (agreements.map(\.concurrency).max() ?? 1, agreements.first { !$0.send.isEmpty }?.retry ?? .standard)
    }
}
