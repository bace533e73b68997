import AS4
import Documents
import Foundation
import Logging
import Spooling

/// Steps 5 and 6 outbound: one attempt to deliver one message, from the claim to the stored receipt.
struct DeliverMessage: Sendable {
    let current: CurrentParts
    let spool: Spool
    let pool: BlockingPool
    let log: EventLog
    /// The connections to a partner.
    let client: @Sendable (_ partner: String) -> PartnerClient?

    /// How long a message waits when our own disk or keys stood in the way.
    private static let pauseAfterTroubleHere: TimeInterval = 5

    /// Runs the attempt. Never throws: whatever happens, the message lies in a legal state and the lane knows what to do.
    func run(_ id: MessageID) async -> AttemptResult {
        let parts = current.value
        let clock = ContinuousClock()
        let began = clock.now
        do {
            let prepare = PrepareDelivery(parts: parts, spool: spool)
            switch try await pool.run({ try prepare.run(id, at: Date()) }) {
            case .gone, .settled: return .settled(partnerAnswered: false)
            case .busy: return .troubleHere(again: Date().addingTimeInterval(1))
            case .ready(let prepared): return try await attempt(prepared, parts: parts) { clock.now - began }
            }
        } catch {
            return await recovered(id, after: error)
        }
    }

    private func attempt(_ prepared: PreparedDelivery, parts: GatewayParts, elapsed: @Sendable () -> Duration) async throws -> AttemptResult {
        guard let client = client(prepared.partner.name) else {
            return try await settle(prepared, .parked, isReachable: true, elapsed: elapsed())
        }
        let answer: HTTPAnswer
        do {
            answer = try await client.post(
                contentType: prepared.request.contentType, body: prepared.request.body, timeout: parts.configuration.delivery.answerTimeout)
        } catch {
            if Task.isCancelled {
                let fault = DeliveryFault(code: GatewayCode.stopped.rawValue, reason: GatewayCode.stopped.text.en)
                let event: DeliveryEvent = error.requestWasSent ? .transportFailure(fault, isPermanent: false) : .parked
                return try await settle(prepared, event, isReachable: true, elapsed: elapsed())
            }
            let words = [error.text.en, error.detail, error.cause.map { "\($0.code): \($0.text.en)" }].compactMap { $0 }
            let fault = DeliveryFault(code: error.code, reason: words.joined(separator: " "))
            return try await settle(
                prepared, .transportFailure(fault, isPermanent: false), isReachable: error.requestWasSent, elapsed: elapsed())
        }
        let judge = JudgeAnswer(parts: parts)
        let verdict = try await pool.run { judge.run(answer, to: prepared, at: Date()) }
        if case .receipt(let entity) = verdict {
            try await pool.run { try spool.attach(.receipt, entity, to: prepared.entry.id, in: .inflight) }
        }
        return try await settle(prepared, verdict.event, isReachable: true, elapsed: elapsed())
    }

    private func settle(
        _ prepared: PreparedDelivery, _ event: DeliveryEvent, isReachable: Bool, elapsed: Duration
    ) async throws -> AttemptResult {
        let id = prepared.entry.id
        var machine = prepared.machine
        let actions = try machine.apply(event, at: Date(), random: .random(in: 0..<1))
        let due = try await pool.run { try spool.carryOut(actions, on: id, from: .inflight) }
        var change = StateChange(event: machine.state.rawValue, from: .inflight, to: machine.state, partner: prepared.partner.name)
        change.attempt = machine.attempt
        change.elapsed = elapsed
        change.nextTryAt = due
        change.isTrouble = machine.state != .done
        if case .move(_, let record)? = actions.first { change.code = record.code }
        log.moved(id, change)
        switch machine.state {
        case .deferred, .ready:
            let again = due ?? Date()
            return isReachable ? .again(at: again) : .unreachable(again: again)
        default:
            return .settled(partnerAnswered: isReachable)
        }
    }

    /// Our own trouble: the message goes back to wait, if the disk lets it; else recovery at the next start finds it in flight.
    private func recovered(_ id: MessageID, after error: any Error) async -> AttemptResult {
        let code = (error as? SpoolError)?.code.rawValue ?? (error as? Refusal)?.code ?? "\(type(of: error))"
        log.note(.error, "delivery stopped by trouble here", ["id": "\(id)", "code": code])
        let again = Date().addingTimeInterval(Self.pauseAfterTroubleHere)
        let record = HistoryRecord(at: Date(), event: .parked) {
            $0.code = code
            $0.outcome = .unknown
        }
        let isBack = (try? await pool.run { try spool.move(id, from: .inflight, to: .ready, record: record) }) != nil
        return isBack ? .troubleHere(again: again) : .settled(partnerAnswered: false)
    }
}
