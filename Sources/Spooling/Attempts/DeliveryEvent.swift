import FoundationEssentials

/// Why an attempt failed: a code and a technical word, never content and never a sentence.
package struct DeliveryFault: Sendable, Equatable {
    /// The stable code (`EBMS:0301`, our own, or the transport's).
    package let code: String
    /// What the code does not say: host and port, system error, status.
    package let reason: String?

    /// Names a fault.
    package init(code: String, reason: String? = nil) {
        self.code = code
        self.reason = reason
    }
}

/// The person or program behind a command, and why.
package struct OperatorAct: Sendable, Equatable {
    /// Who.
    package let actor: String
    /// Why, as the operator wrote it; never content.
    package let reason: String?

    /// Names an act.
    package init(actor: String, reason: String? = nil) {
        self.actor = actor
        self.reason = reason
    }
}

/// What can happen to a message on its way out.
package enum DeliveryEvent: Sendable, Equatable {
    /// An attempt begins.
    case attemptStarted
    /// The request was not written whole. Permanent only for what no retry can cure.
    case transportFailure(DeliveryFault, isPermanent: Bool)
    /// The partner answered with an error.
    case refusedByPeer(DeliveryFault, isPermanent: Bool)
    /// The request was written whole and nothing came that settles it: no answer, or a success without a receipt.
    case answerMissing(DeliveryFault)
    /// The partner says that it has had this message before, and gives no receipt for it (phase4 does so). Proven when it signed that.
    case knownToPeer(DeliveryFault, isProven: Bool)
    /// A receipt that matches what was sent, stored and durable.
    case receiptAccepted
    /// An answer that claims to be the receipt and does not match.
    case receiptInvalid(DeliveryFault)
    /// The attempt did not begin after all: a clean stop of the daemon.
    case parked
    /// The daemon found the message `inflight` at its start.
    case restartFound
    /// Time passed.
    case clock
    /// An operator stops the message.
    case hold(OperatorAct)
    /// An operator lets a held message go on.
    case release(OperatorAct)
    /// An operator wants it tried now; it counts as new for the schedule.
    case retry(OperatorAct)
    /// An operator gives it up.
    case cancel(OperatorAct)
}

/// What the machine wants done, in this order.
package enum DeliveryAction: Sendable, Equatable {
    /// ``Spool/claim(_:from:)``.
    case claim
    /// ``Spool/move(_:from:to:record:)``.
    case move(to: SpoolState, record: HistoryRecord)
    /// ``Spool/append(_:to:in:)``.
    case record(HistoryRecord)
    /// Send ``DeliveryEvent/clock`` at this instant.
    case scheduleAt(Date)
}
