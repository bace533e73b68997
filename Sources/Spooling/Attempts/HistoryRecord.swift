import FoundationEssentials

/// One thing that happened to a message: a line of `history.jsonl`. Never content, never a person's name or number.
package struct HistoryRecord: Encodable, Sendable, Equatable {
    /// What happened.
    package enum Event: String, Encodable, CaseIterable, Sendable {
        case submitted, received, attempted, deferred, delivered
        /// The request was written whole; its receipt is outstanding.
        case sent
        case receiptStored = "receipt_stored"
        case handedOver = "handed_over"
        case held, released, retried, cancelled, failed, expired, parked, recovered, corrupted, viewed
        /// Another message answers this one.
        case answered

        /// Whether it stands beside the way of the message: what comes next is decided by the record before it.
        package var isAside: Bool { self == .viewed || self == .answered }
    }

    /// How an attempt ended.
    package enum Outcome: String, Encodable, CaseIterable, Sendable {
        case delivered
        /// The peer has the message and gave no receipt.
        case accepted
        case temporaryFailure = "temporary_failure"
        case permanentFailure = "permanent_failure"
        /// No answer came, or the daemon ended before it: the peer may have the message.
        case unknown
    }

    /// When, in whole milliseconds.
    package var at: Date
    /// What.
    package var event: Event
    /// The state it left; filled in by ``Spool/move(_:from:to:record:)``.
    package var from: SpoolState?
    /// The state it entered; filled in by ``Spool/move(_:from:to:record:)``.
    package var to: SpoolState?
    /// The attempt's number, from 1.
    package var attempt: Int?
    /// The partner, by its name in the configuration.
    package var partner: String?
    /// How the attempt ended.
    package var outcome: Outcome?
    /// The code of the refusal or failure.
    package var code: String?
    /// What the code does not say (host, system error), or why an operator acted, in their words; never a sentence of ours, for the language of
    /// the reader is not known yet. Cut to ``longestReason`` characters when stored.
    package var reason: String?
    /// When it will be tried again.
    package var nextTryAt: Date?
    /// The person or program that did it.
    package var actor: String?
    /// How long the attempt took, in seconds.
    package var elapsedSeconds: Double?
    /// The message that answers this one, by our id.
    package var reply: String?

    /// Characters of a reason that are kept.
    package static let longestReason = 500

    /// A record; `fill` sets the fields that apply.
    package init(at: Date, event: Event, _ fill: (inout HistoryRecord) -> Void = { _ in }) {
        self.at = at
        self.event = event
        fill(&self)
        normalize()
    }

    /// Instants to milliseconds, the reason to its longest: what is read back equals what was stored.
    mutating func normalize() {
        at = at.onMillisecond
        nextTryAt = nextTryAt?.onMillisecond
        reason = reason.map { String($0.prefix(Self.longestReason)) }
        if let seconds = elapsedSeconds { elapsedSeconds = seconds.isFinite ? (seconds * 1_000).rounded() / 1_000 : nil }
    }

    private enum CodingKeys: String, CodingKey {
        case at, event, from, to, attempt, partner, outcome, code, reason, actor, reply
        case nextTryAt = "next_try_at"
        case elapsedSeconds = "elapsed_seconds"
    }
}

extension HistoryRecord: SpoolStored {
    var members: [String: SpoolValue] {
        var members: [String: SpoolValue] = ["at": SpoolValue(at), "event": SpoolValue(event)]
        members["from"] = from.map { SpoolValue($0) }
        members["to"] = to.map { SpoolValue($0) }
        members["attempt"] = attempt.map(SpoolValue.integer)
        members["partner"] = partner.map(SpoolValue.text)
        members["outcome"] = outcome.map { SpoolValue($0) }
        members["code"] = code.map(SpoolValue.text)
        members["reason"] = reason.map(SpoolValue.text)
        members["next_try_at"] = nextTryAt.map { SpoolValue($0) }
        members["actor"] = actor.map(SpoolValue.text)
        members["elapsed_seconds"] = elapsedSeconds.map(SpoolValue.real)
        members["reply"] = reply.map(SpoolValue.text)
        return members
    }

    init?(members: [String: SpoolValue]) {
        guard let at = members["at"]?.date, let event = members["event"]?.text.flatMap(Event.init) else { return nil }
        self.init(at: at, event: event) { record in
            record.from = members["from"]?.text.flatMap(SpoolState.init)
            record.to = members["to"]?.text.flatMap(SpoolState.init)
            record.attempt = members["attempt"]?.integer
            record.partner = members["partner"]?.text
            record.outcome = members["outcome"]?.text.flatMap(Outcome.init)
            record.code = members["code"]?.text
            record.reason = members["reason"]?.text
            record.nextTryAt = members["next_try_at"]?.date
            record.actor = members["actor"]?.text
            record.elapsedSeconds = members["elapsed_seconds"]?.real
            record.reply = members["reply"]?.text
        }
        // A member that was there and made no sense is no missing one.
        guard self.members.count == members.keys.count(where: Self.names.contains) else { return nil }
    }

    private static let names: Set = [
        "at", "event", "from", "to", "attempt", "partner", "outcome", "code", "reason", "next_try_at", "actor", "elapsed_seconds",
        "reply",
    ]
}
