import AS4
import Documents
import Foundation
import Logging
import Spooling

/// Steps 5 and 6 outbound: one attempt to deliver one message, from the claim to the stored receipt.
struct DeliverMessage: Sendable {
    /// Sends a request to a partner and returns its whole answer, within a time. A result, because an async closure with a typed error as
    /// large as this one damages its caller's frame (Swift 6.3.1).
    typealias Post =
        @Sendable (_ request: StreamedEntity, _ partner: String, _ timeout: Duration) async -> Result<HTTPAnswer, TransportFailure>

    let current: CurrentParts
    let spool: Spool
    let scratch: any ScratchSpace
    let pool: BlockingPool
    let log: EventLog
    let post: Post
    /// Why a message to a partner has to wait before it is even tried; nil when it may go. Blocking.
    var obstacle: @Sendable (_ partner: Partner, _ parts: GatewayParts) -> DeliveryFault? = { _, _ in nil }
    /// How long a message waits when our own disk or keys stood in the way.
    var pauseAfterTroubleHere: Duration = .seconds(5)

    /// Runs the attempt. Never throws: whatever happens, the message lies in a legal state and the lane knows what to do.
    func run(_ id: MessageID) async -> AttemptResult {
        let parts = current.value
        let began = ContinuousClock.now
        do {
            let prepare = PrepareDelivery(parts: parts, spool: spool, scratch: scratch)
            switch try await pool.run({ try prepare.run(id, at: Date()) }) {
            case .gone: return .gone
            case .settled(let change):
                log.moved(id, change)
                return .gone
            case .busy: return AttemptResult(contact: .notAsked, again: Date().addingTimeInterval(1))
            case .ready(let prepared): return try await attempt(prepared, parts: parts, began: began)
            }
        } catch {
            return await recovered(id, after: error)
        }
    }

    /// Gives the message up without an attempt.
    func giveUp(_ id: MessageID) async -> AttemptResult {
        let step = GiveUpMessage(spool: spool)
        do {
            if let change = try await pool.run({ try step.run(id, at: Date()) }) { log.moved(id, change) }
            return .gone
        } catch {
            log.trouble("a message could not be given up", error, ["id": "\(id)"])
            return AttemptResult(contact: .notAsked, again: Date().addingTimeInterval(pauseAfterTroubleHere.timeInterval))
        }
    }

    private func attempt(_ prepared: PreparedDelivery, parts: GatewayParts, began: ContinuousClock.Instant) async throws -> AttemptResult {
        let waits = try await pool.run { () -> AttemptResult? in
            guard let fault = obstacle(prepared.partner, parts) else { return nil }
            return try settle(prepared, .transportFailure(fault, isPermanent: false), contact: .unreachable, began: began)
        }
        if let waits { return waits }
        let answer: HTTPAnswer
        switch await post(prepared.request, prepared.partner.name, parts.configuration.delivery.answerTimeout) {
        case .success(let complete): answer = complete
        case .failure(let failure):
            let (event, contact) = (Self.event(of: failure), Self.contact(of: failure))
            return try await pool.run { try settle(prepared, event, contact: contact, began: began) }
        }
        let judge = JudgeAnswer(parts: parts)
        return try await pool.run {
            let verdict = judge.run(answer, to: prepared, at: Date())
            if case .receipt(let entity) = verdict { try spool.attach(.receipt, entity, to: prepared.entry.id, in: .inflight) }
            return try settle(prepared, verdict.event, contact: .answered, began: began)
        }
    }

    /// Blocking: syncs.
    private func settle(
        _ prepared: PreparedDelivery, _ event: DeliveryEvent, contact: AttemptEnd.Contact, began: ContinuousClock.Instant
    ) throws -> AttemptResult {
        let id = prepared.entry.id
        var machine = prepared.machine
        let elapsed = ContinuousClock.now - began
        let actions = try machine.apply(event, at: Date(), random: .random(in: 0..<1)).map { $0.lasting(elapsed) }
        let due = try spool.carryOut(actions, on: id, from: .inflight)
        var change = StateChange(machine, actions, partner: prepared.partner.name)
        change.elapsed = elapsed
        log.moved(id, change)
        let isWaiting = [.awaiting, .deferred, .ready].contains(machine.state)
        return AttemptResult(contact: contact, again: isWaiting ? due ?? Date() : nil)
    }

    /// Our own trouble: the message goes back to wait as soon as the disk lets it. Told to stop before that, recovery at the next start finds
    /// it in flight.
    private func recovered(_ id: MessageID, after error: any Error) async -> AttemptResult {
        log.trouble("delivery stopped by trouble here", error, ["id": "\(id)"])
        let record = HistoryRecord(at: Date(), event: .parked) { $0.code = Self.code(of: error) }
        while true {
            switch await park(id, record) {
            case .parked: return AttemptResult(contact: .notAsked, again: Date().addingTimeInterval(pauseAfterTroubleHere.timeInterval))
            case .notInFlight: return .gone
            case .stillInTheWay: try? await Task.sleep(for: pauseAfterTroubleHere)
            }
        }
    }

    private enum Parking {
        case parked
        /// It never was, or its damage has put it aside. The next look at the spool sees where it lies.
        case notInFlight
        case stillInTheWay
    }

    private func park(_ id: MessageID, _ record: HistoryRecord) async -> Parking {
        do {
            try await pool.run { try spool.move(id, from: .inflight, to: .ready, record: record) }
            return .parked
        } catch {
            let isTemporary = (error as? SpoolError)?.isTemporary ?? false
            return isTemporary && !Task.isCancelled ? .stillInTheWay : .notInFlight
        }
    }

    private static func event(of failure: TransportFailure) -> DeliveryEvent {
        if Task.isCancelled, !failure.requestWasSent { return .parked }
        let fault =
            Task.isCancelled
            ? DeliveryFault(code: GatewayCode.stopped.rawValue) : DeliveryFault(code: failure.code, reason: failure.detail)
        return failure.requestWasWhole ? .answerMissing(fault) : .transportFailure(fault, isPermanent: false)
    }

    private static func contact(of failure: TransportFailure) -> AttemptEnd.Contact {
        let isOurs = [TransportCode.stopped, .connectionsBusy, .partnerUnknown].contains { failure.is($0) }
        if Task.isCancelled || isOurs { return .notAsked }
        return failure.requestWasSent ? .silent : .unreachable
    }

    private static func code(of error: any Error) -> String {
        (error as? SpoolError)?.code.rawValue ?? (error as? Refusal)?.code ?? "\(type(of: error))"
    }
}
