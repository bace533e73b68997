import Foundation
import Spooling

/// What an operator may do with a message: hold, release, retry, cancel. Works on the spool itself, beside the daemon or without it.
///
/// Each act is written to the audit trail before it is carried out; what cannot be recorded is not done.
package struct QueueActions: Sendable {
    private let spools: Spools
    private let audit: AuditTrail
    private let person: String

    /// - Parameters:
    ///   - audit: where the acts are recorded.
    ///   - person: who acts; the login name.
    package init(spools: Spools, audit: AuditTrail, person: String = AuditTrail.currentUser()) {
        self.spools = spools
        self.audit = audit
        self.person = person
    }

    /// An act on one message.
    package enum Act: String, CaseIterable, Sendable {
        /// Try again now, whatever the schedule says; also a message that failed.
        case retry
        /// Stop it from being tried.
        case hold
        /// Let a held message go on; one in `corrupt` goes to `held`, when every file of it is whole again.
        case release
        /// Give it up for good; outbound messages, and damaged ones of either way.
        case cancel

        /// The states in which the act makes sense.
        package var from: [SpoolState] {
            switch self {
            case .retry: [.deferred, .awaiting, .failed]
            case .hold: [.ready, .deferred, .awaiting]
            case .release: [.held, .corrupt]
            case .cancel: [.ready, .deferred, .awaiting, .held, .failed, .corrupt]
            }
        }

        /// The state it leads to from another.
        package func to(from state: SpoolState) -> SpoolState {
            switch self {
            // A message that was repaired by hand waits for a second look.
            case .release where state == .corrupt: .held
            case .retry, .release: .ready
            case .hold: .held
            case .cancel: .cancelled
            }
        }

        fileprivate var event: HistoryRecord.Event {
            switch self {
            case .retry: .retried
            case .hold: .held
            case .release: .released
            case .cancel: .cancelled
            }
        }
    }

    /// What became of an act.
    package enum Outcome: Sendable, Equatable {
        /// Moved from the first state to the second, durably.
        case moved(from: SpoolState, to: SpoolState)
        /// No spool has a message with the id.
        case unknown
        /// The message is in a state in which the act makes no sense.
        case wrongState(SpoolState)
        /// A message about a protected patient is not released by the person who submitted it. Recorded in the audit trail.
        case samePerson
    }

    /// Carries out one act. Blocking.
    ///
    /// - Parameter reason: why; in the audit trail and in the message's history.
    /// - Throws: ``AuditFailure`` before anything was done; ``SpoolError`` when the spool is in the way, P013 with the file and what is wrong
    ///   with it when a message is to be released from `corrupt` and is not whole.
    package func perform(_ act: Act, on id: MessageID, reason: String, at time: Date = Date()) throws -> Outcome {
        guard let (spool, state) = try spools.locate(id) else { return .unknown }
        // What we signed for is handed over; to give it up here would lose a notice that its sender counts as delivered. A damaged one cannot be.
        let isSignedFor = act == .cancel && spool === spools.inbound && state != .corrupt
        guard act.from.contains(state), !isSignedFor else { return .wrongState(state) }
        if act == .release, state == .held, let objection = try objection(to: id, in: spool) {
            let refused = AuditTrail.Act(
                act: act.rawValue, message: "\(id)", reason: reason, outcome: "refused", code: GatewayCode.awaitsRelease.rawValue)
            try audit.record(refused, at: time)
            return objection
        }
        try audit.record(AuditTrail.Act(act: act.rawValue, message: "\(id)", reason: reason, outcome: "begun"), at: time)
        let record = HistoryRecord(at: time, event: act.event) {
            $0.actor = person
            $0.reason = reason
        }
        do {
            try spool.move(id, from: state, to: act.to(from: state), record: record)
        } catch {
            close(act.rawValue, id, failedWith: error.code, at: time)
            throw error
        }
        close(act.rawValue, id, at: time)
        return .moved(from: state, to: act.to(from: state))
    }

    /// Why this person may not release the message.
    private func objection(to id: MessageID, in spool: Spool) throws(SpoolError) -> Outcome? {
        guard let entry = try spool.entry(id, in: .held), SecondPerson.isAwaited(by: entry) else { return nil }
        return entry.history.first?.actor.flatMap { SecondPerson.isSame(submitter: $0, releaser: person) ? .samePerson : nil }
    }

    /// The body of a message, for a person who gives a reason. Recorded before the bytes are read.
    ///
    /// - Returns: nil when no spool has the message.
    /// - Throws: ``AuditFailure`` before anything was read; ``SpoolError`` for a damaged entry.
    package func content(of id: MessageID, reason: String, at time: Date = Date()) throws -> [UInt8]? {
        guard let (spool, state) = try spools.locate(id) else { return nil }
        try audit.record(AuditTrail.Act(act: "view_content", message: "\(id)", reason: reason, outcome: "begun"), at: time)
        let bytes: [UInt8]
        do {
            bytes = try spool.body(of: id, in: state)
        } catch {
            close("view_content", id, failedWith: error.code, at: time)
            throw error
        }
        close("view_content", id, at: time)
        return bytes
    }

    /// The line that tells how the act ended. That it was begun is on disk, and the message's history tells the rest: when this line cannot be
    /// written, to say that nothing was done would be a lie.
    private func close(_ act: String, _ id: MessageID, failedWith code: SpoolCode? = nil, at time: Date) {
        let outcome = code == nil ? "done" : "failed"
        try? audit.record(AuditTrail.Act(act: act, message: "\(id)", reason: nil, outcome: outcome, code: code?.rawValue), at: time)
    }
}

extension Spools {
    /// The spool and the state in which the message with the id lies, damaged or not.
    package func locate(_ id: MessageID) throws(SpoolError) -> (spool: Spool, state: SpoolState)? {
        for spool in [outbound, inbound] {
            if let state = try spool.locate(id) { return (spool, state) }
        }
        return nil
    }
}
