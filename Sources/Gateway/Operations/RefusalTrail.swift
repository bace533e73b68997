import AS4
import Foundation
import Synchronization

/// Puts refusals on record: each is in the audit trail, or counted for it, before the partner is answered.
///
/// A refusal is a claim too: that a partner sent something which could not be taken, and was told so. ``RefusalTally`` bounds what that costs;
/// a crash may lose the counts of the minute it falls in, never a line.
package final class RefusalTrail: Sendable {
    private let audit: AuditTrail
    private let quarantine: Quarantine?
    private let tally = Mutex(RefusalTally())

    /// - Parameters:
    ///   - audit: the trail of the gateway, which people's acts stand in as well.
    ///   - quarantine: where refused messages are kept when the configuration says so.
    package init(audit: AuditTrail, quarantine: Quarantine? = nil) { (self.audit, self.quarantine) = (audit, quarantine) }

    /// Records one refused message, and keeps it where `rules` say so: only one that has a line of its own. Blocking.
    ///
    /// - Throws: ``AuditFailure`` when it cannot be made durable: then the partner must not be told that it was refused, and nothing is kept.
    func record(_ refusal: RefusalRecord, of entity: StreamedEntity, under rules: QuarantineRules?, at time: Date) throws(AuditFailure) {
        try record(refusal, at: time) {
            if let rules, let quarantine { quarantine.keep(entity, refused: refusal, under: rules, at: time) } else { nil }
        }
    }

    /// Records one refusal. Blocking.
    ///
    /// - Throws: ``AuditFailure`` when it cannot be made durable: then the partner must not be told that it was refused.
    package func record(_ refusal: RefusalRecord, at time: Date) throws(AuditFailure) { try record(refusal, at: time) { nil } }

    private func record(_ refusal: RefusalRecord, at time: Date, keep: () -> Quarantine.Outcome?) throws(AuditFailure) {
        var refusal = refusal
        var kept: Quarantine.Outcome?
        let step = tally.withLock { $0.note(refusal.partner, code: refusal.code, at: time) }
        do throws(AuditFailure) {
            try write(step.due, at: time)
            guard step.isOwn else { return }
            kept = keep()
            refusal.quarantine = kept?.word
            try audit.record(refusal, at: time)
        } catch {
            // What cannot be removed either is hidden, and on record from the next start on.
            if case .kept(let id)? = kept { _ = try? quarantine?.remove(id) }
            tally.withLock { $0.takeBack(step, code: refusal.code) }
            throw error
        }
        // The refusal is on record: what fails here is made good at the next start.
        if case .kept(let id)? = kept { try? quarantine?.settle(id) }
    }

    /// Writes the counts of minutes that are over. Blocking.
    ///
    /// - Throws: ``AuditFailure``; they are due again then.
    package func writeDue(at time: Date) throws(AuditFailure) { try write(tally.withLock { $0.due(at: time) }, at: time) }

    /// Writes all counts, at the end. Blocking.
    ///
    /// - Throws: ``AuditFailure``.
    package func flush(at time: Date) throws(AuditFailure) { try write(tally.withLock { $0.flush() }, at: time) }

    private func write(_ due: [RefusalTally.Count], at time: Date) throws(AuditFailure) {
        var left = due[...]
        do throws(AuditFailure) {
            while let count = left.first {
                try audit.record(count, at: time)
                left = left.dropFirst()
            }
        } catch {
            tally.withLock { $0.giveBack(Array(left)) }
            throw error
        }
    }
}
