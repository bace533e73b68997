import Documents
import Foundation
import Spooling

/// The end of a message whose partner was silent for as long as the agreement allows: no attempt, straight to `failed`.
struct GiveUpMessage: Sendable {
    let spool: Spool

    /// Blocking.
    ///
    /// - Returns: what to log, or nil when the message was not waiting any more.
    /// - Throws: ``SpoolError`` when the disk is in the way; the message waits as before then.
    func run(_ id: MessageID, at time: Date) throws(SpoolError) -> StateChange? {
        for state in [SpoolState.deferred, .ready, .awaiting] {
            guard let entry = try spool.entry(id, in: state) else { continue }
            let record = HistoryRecord(at: time, event: .expired) {
                $0.partner = entry.envelope.partner
                $0.outcome = .permanentFailure
                $0.code = GatewayCode.expired.rawValue
            }
            do throws(SpoolError) {
                try spool.move(id, from: state, to: .failed, record: record)
            } catch {
                guard error.code == .notThere else { throw error }
                continue
            }
            var change = StateChange(event: "given up", from: state, to: .failed, partner: entry.envelope.partner)
            (change.code, change.attempt, change.isTrouble) = (record.code, entry.attempts, true)
            return change
        }
        return nil
    }
}
