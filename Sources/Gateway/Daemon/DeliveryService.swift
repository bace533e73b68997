import CareMessages
import Foundation
import Logging
import ServiceLifecycle
import Spooling
import Synchronization

/// Runs the lanes: one for each partner with messages, fed from the spool's `ready`, `deferred` and `awaiting` folders.
///
/// The spool is the truth and is looked at again and again; what the lanes know is a copy that may be lost at any moment.
final class DeliveryService: Service {
    private let current: CurrentParts
    private let spools: Spools
    private let ledger: CaseLedger
    private let deliver: DeliverMessage
    private let board: LaneBoard
    private let nudge = Nudge()
    private let state = Mutex(State())
    /// Lanes made, before or after the service began to run, that wait to be run.
    private let newLanes: AsyncStream<DeliveryLane>
    private let newLane: AsyncStream<DeliveryLane>.Continuation

    private struct State {
        var lanes: [String: DeliveryLane] = [:]
        /// What was offered last, so that a look at the spool offers only what is new. A message that leaves its lane leaves this too.
        var offered: [MessageID: SpoolState] = [:]
        var isStopping = false
    }

    init(current: CurrentParts, spools: Spools, ledger: CaseLedger, deliver: DeliverMessage) {
        self.current = current
        self.spools = spools
        self.ledger = ledger
        self.deliver = deliver
        board = LaneBoard(of: spools.outbound)
        (newLanes, newLane) = AsyncStream.makeStream(of: DeliveryLane.self)
    }

    /// New copies that this process just spooled: offered at once, without a look at the folder.
    func accepted(_ copies: [Submission.Copy]) async {
        for copy in copies where copy.partner != Spools.localPartner && !copy.existed && !copy.isHeld {
            state.withLock { $0.offered[copy.id] = .ready }
            await lane(of: copy.partner)?.offer([offer(copy.id, ofType: ledger.type(of: copy.id), to: copy.partner, notBefore: Date())])
        }
    }

    /// Takes over a reloaded configuration: numbers of the lanes, and messages of partners that came or went.
    func reloaded() async {
        for (name, lane) in state.withLock({ $0.lanes }) { await lane.adjust(settings(of: name)) }
        nudge()
    }

    func run() async throws {
        let watch = FolderWatch.watching(spools.outbound.root + "/" + SpoolState.ready.rawValue, log: deliver.log)
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                if let watch { group.addTask { [nudge] in for await _ in watch.changes { nudge() } } }
                group.addTask { [nudge, newLane] in
                    await nudge.loop(atLeastEvery: .seconds(3), resting: 2) { await self.look() }
                    newLane.finish()
                }
                for await lane in newLanes { group.addTask { await lane.run() } }
                watch?.stop()
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private func stop() {
        let lanes = state.withLock { state in
            state.isStopping = true
            return Array(state.lanes.values)
        }
        let grace = current.value.configuration.delivery.stopGrace
        // What is cut off at the end still has to be parked on disk.
        let deadline = ContinuousClock.now + max(grace - .milliseconds(500), grace / 2)
        nudge.end()
        Task { for lane in lanes { await lane.stop(by: deadline) } }
    }

    /// One look at the spool: offers what is new there to its lane, and forgets what is gone.
    private func look() async {
        do {
            let known = state.withLock { $0.offered }
            let (present, fresh) = try await deliver.pool.run { [self] in try compare(known) }
            state.withLock { state in
                // What was offered, or left its lane, during the look stays so.
                var offered = state.offered.filter { known[$0.key] == nil }
                for (id, folder) in present where known[id] == nil || state.offered[id] != nil { offered[id] = folder }
                state.offered = offered
            }
            for (partner, messages) in Dictionary(grouping: fresh, by: \.partner) {
                await lane(of: partner)?.offer(messages.map(\.offer))
            }
        } catch {
            deliver.log.trouble("spool cannot be listed", error)
        }
    }

    private struct Found: Sendable {
        let id: MessageID
        let partner: String
        let offer: DeliveryLane.Offer
    }

    private func compare(_ known: [MessageID: SpoolState]) throws(SpoolError) -> ([MessageID: SpoolState], [Found]) {
        var present: [MessageID: SpoolState] = [:]
        var fresh: [Found] = []
        for id in try spools.outbound.list(.awaiting) where try isOverdue(id) {
            _ = try EndOfWait(spool: spools.outbound).run(id, at: Date())
        }
        for folder in [SpoolState.ready, .deferred, .awaiting] {
            for id in try spools.outbound.list(folder) {
                present[id] = folder
                guard known[id] != folder, let summary = try spools.outbound.summary(of: id, in: folder) else { continue }
                guard let envelope = summary.envelope else {
                    try? spools.outbound.verify(id, in: folder)  // Damaged: the check sets it aside in `corrupt`.
                    deliver.log.note(.error, "message damaged", ["id": "\(id)", "spool": "outbound"])
                    continue
                }
                ledger.note(envelope)
                let time = folder != .ready ? summary.nextTryAt ?? Date() : Date()
                var offer = offer(id, ofType: envelope.type, to: envelope.partner, notBefore: time)
                offer.isAskedFor = summary.lastEvent == .retried || summary.lastEvent == .released
                fresh.append(Found(id: id, partner: envelope.partner, offer: offer))
            }
        }
        return (present, fresh)
    }
}

extension DeliveryService {
    private func offer(_ id: MessageID, ofType type: String?, to partner: String, notBefore time: Date) -> DeliveryLane.Offer {
        let terms = LanePlan.Terms(
            patience: type.flatMap { patience(ofType: $0, to: partner) },
            isUrgent: type.flatMap(MessageType.init(rawValue:))?.isUrgent ?? false)
        return DeliveryLane.Offer(id: id, notBefore: time, terms: terms)
    }

    private func lane(of partner: String) -> DeliveryLane? {
        let settings = settings(of: partner)
        let (lane, isNew) = state.withLock { state -> (DeliveryLane?, Bool) in
            if let lane = state.lanes[partner] { return (lane, false) }
            guard !state.isStopping else { return (nil, false) }
            let lane = DeliveryLane(partner: partner, settings: settings, work: work(for: partner))
            state.lanes[partner] = lane
            return (lane, true)
        }
        if isNew, let lane { newLane.yield(lane) }
        return lane
    }

    private func work(for partner: String) -> DeliveryLane.Work {
        DeliveryLane.Work(
            attempt: { [deliver, weak self] id in
                let result = await deliver.run(id)
                if result.again == nil { self?.forget(id) }
                return result
            },
            giveUp: { [deliver, weak self] id in
                let result = await deliver.giveUp(id)
                if result.again == nil { self?.forget(id) }
                return result
            },
            closed: { [deliver, board] until in
                board.note(partner, closedUntil: until)
                Task { try? await deliver.pool.run { board.write() } }
            })
    }

    /// Whether its receipt did not come in time. Its lane tries it again then; while the lane is closed, at least its state is true.
    private func isOverdue(_ id: MessageID) throws(SpoolError) -> Bool {
        try spools.outbound.summary(of: id, in: .awaiting)?.nextTryAt.map { $0 <= Date() } ?? false
    }

    /// A message has left its lane. Should somebody have put it back already, the next look must take it for new.
    private func forget(_ id: MessageID) { state.withLock { $0.offered[id] = nil } }

    /// How long the message's own agreement lets it wait for a partner that cannot be reached.
    private func patience(ofType type: String, to partner: String) -> Duration? {
        MessageType(rawValue: type).flatMap { current.value.agreement(toSend: $0, to: partner) }?.retry.horizon
    }

    private func settings(of partner: String) -> DeliveryLane.Settings {
        let agreements = current.value.configuration.agreements(with: partner)
        let sending = agreements.filter { !$0.send.isEmpty }.map(\.retry)
        // The pauses of the lane are those of the most impatient agreement; each message keeps its own schedule and its own end.
        let schedule = sending.min { $0.longestDelay < $1.longestDelay } ?? .standard
        return DeliveryLane.Settings(
            concurrency: agreements.map(\.concurrency).max() ?? 1, schedule: schedule,
            patience: sending.map(\.horizon).max() ?? schedule.horizon)
    }
}
