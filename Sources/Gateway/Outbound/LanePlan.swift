import Foundation
import Spooling

/// Decides which message of one partner is tried next, and when: the pure half of a ``DeliveryLane``.
///
/// A lane is *open* while the partner answers. When an attempt shows that the partner cannot be reached at all, the lane closes until a time:
/// the other messages stay where they are, untried, and the next attempt is a single probe. So ten thousand messages for a dead partner cost
/// one connection attempt per pause, not ten thousand, and no disk write that would delay another partner.
///
/// What the law wants told at once goes before everything else that is due, and a new such message makes a closed lane probe at once.
///
/// Messages that are never probed must not wait for ever: one that has waited for all of its agreement's patience with the lane closed is
/// given up.
///
/// Instants are of the monotonic clock: a wall clock that steps delays and expires nothing.
struct LanePlan: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// How many attempts may run at the same time when the lane is open.
    var concurrency: Int
    /// The pauses of a closed lane.
    var schedule: RetrySchedule
    /// How long a partner may be silent before a message that waited all that time is given up, where its own agreement does not say; nil:
    /// for ever.
    var patience: Duration?

    /// What holds for one message in the lane.
    struct Terms: Sendable, Equatable {
        /// How long its agreement lets it wait for a silent partner; nil: as long as the lane's own.
        var patience: Duration?
        /// The law wants it told at once: it goes before the others that are due.
        var isUrgent = false
    }

    /// A message that does not run.
    struct Wait {
        /// Not before.
        var due: Instant
        /// When the lane first heard of the message.
        var since: Instant
        /// How long its agreement lets it wait.
        var patience: Duration?
        /// Goes before the others that are due.
        var isUrgent: Bool
    }

    private struct Run {
        var since: Instant
        var patience: Duration?
        var isUrgent: Bool
        /// Seen in the spool again while the attempt ran.
        var seenAgain: Instant?
    }

    private(set) var waiting: [MessageID: Wait] = [:]
    private var queue = DueQueue()
    /// Apart from the others: an urgent message that is not due yet must not stand before one that is.
    private var urgent = DueQueue()
    private var running: [MessageID: Run] = [:]
    private(set) var closedUntil: Instant?
    private var closures = 0
    private var silences = 0
    private var outageSince: Instant?
    /// Messages whose patience is over; looked for at each closure only.
    private var overdue: [MessageID] = []

    init(concurrency: Int, schedule: RetrySchedule, patience: Duration? = nil) {
        self.concurrency = max(1, concurrency)
        self.schedule = schedule
        self.patience = patience
    }

    /// How many attempts run.
    var runningCount: Int { running.count }

    /// Notes a message to be tried at `time` or later. One that already waits is left as it is, unless the new time is earlier; one that
    /// runs is remembered and looked at again, should its attempt end as if it were gone: somebody may have put it back meanwhile.
    ///
    /// A closed lane probes at once for an urgent message that is new and due.
    mutating func add(_ id: MessageID, notBefore time: Instant, terms: Terms = Terms(), now: Instant) {
        guard running[id] == nil else {
            running[id]?.seenAgain = time
            return
        }
        let known = waiting[id]
        wait(id, Wait(due: time, since: known?.since ?? now, patience: terms.patience ?? patience, isUrgent: terms.isUrgent))
        if terms.isUrgent, known == nil, time <= now { probe(now: now) }
    }

    /// Somebody who knows more than the lane wants an attempt now: a closed lane probes at once.
    mutating func probe(now: Instant) {
        guard closedUntil != nil else { return }
        closedUntil = now
    }

    /// The messages to try now; they count as running from here on.
    mutating func start(now: Instant) -> [MessageID] {
        if let closedUntil, closedUntil > now { return [] }
        var started: [MessageID] = []
        while freePlaces > 0, let next = takeDue(now: now) {
            if let id = run(next.id, ifDue: next.at) { started.append(id) }
        }
        return started
    }

    private mutating func takeDue(now: Instant) -> DueQueue.Entry? {
        if let next = urgent.first, next.at <= now { return urgent.removeFirst() }
        guard let next = queue.first, next.at <= now else { return nil }
        return queue.removeFirst()
    }

    /// The messages to give up now, because the partner was silent for too long; they count as running from here on.
    mutating func startGivingUp() -> [MessageID] {
        var started: [MessageID] = []
        while running.count < concurrency, let id = overdue.popLast() {
            if let id = run(id, ifDue: nil) { started.append(id) }
        }
        return started
    }

    /// When ``start(now:)`` will next have something to give, or nil while only an event can change that.
    func nextWake(now: Instant) -> Instant? {
        guard freePlaces > 0, let next = [urgent.first?.at, queue.first?.at].compactMap({ $0 }).min() else { return nil }
        return max(now, next, closedUntil ?? now)
    }

    /// An attempt ended. `random` (0 ..< 1) spreads the pause when the lane closes.
    mutating func ended(_ id: MessageID, _ end: AttemptEnd, random: Double, now: Instant) {
        let run = running.removeValue(forKey: id)
        if let again = end.again ?? run?.seenAgain {
            wait(
                id,
                Wait(due: again, since: run?.since ?? now, patience: run?.patience ?? patience, isUrgent: run?.isUrgent ?? false))
        }
        switch end.contact {
        case .answered: open()
        case .silent:
            silences += 1
            // One silence may be the message's own fault; as many in a row as may run at once are the partner's.
            if closedUntil != nil || silences >= max(2, concurrency) { close(random: random, now: now) }
        case .unreachable: close(random: random, now: now)
        case .notAsked: break
        }
    }
}

/// How one attempt ended, for the lane it ran in.
struct AttemptEnd: Sendable {
    /// What the attempt showed of the partner.
    enum Contact: Sendable {
        /// It answered something, good or bad.
        case answered
        /// It took the connection and then said nothing.
        case silent
        /// It could not be reached.
        case unreachable
        /// Nothing is known of it: the message was gone, or the trouble is here.
        case notAsked
    }

    var contact: Contact
    /// When to try the message again; nil when it has left the queue.
    var again: LanePlan.Instant?
}

extension LanePlan {
    /// A lane that was closed opens with one probe; its outcome decides about the rest.
    private var freePlaces: Int { (closedUntil == nil ? concurrency : 1) - running.count }

    private mutating func wait(_ id: MessageID, _ wait: Wait) {
        if let known = waiting[id], known.due <= wait.due { return }
        waiting[id] = wait
        if wait.isUrgent { urgent.insert(id, at: wait.due) } else { queue.insert(id, at: wait.due) }
    }

    /// Nil for an entry of the queue that no longer holds: the message runs already, or waits for another time.
    private mutating func run(_ id: MessageID, ifDue time: Instant?) -> MessageID? {
        guard let wait = waiting[id], time == nil || wait.due == time else { return nil }
        waiting[id] = nil
        running[id] = Run(since: wait.since, patience: wait.patience, isUrgent: wait.isUrgent)
        return id
    }

    private mutating func open() {
        closedUntil = nil
        outageSince = nil
        (closures, silences) = (0, 0)
        overdue = []
    }

    /// For the pause that the schedule gives after so many closures in a row.
    private mutating func close(random: Double, now: Instant) {
        if let closedUntil, closedUntil > now { return }  // Attempts that ran side by side are one observation, not many.
        closures += 1
        silences = 0
        let pause: Duration
        if case .retry(let delay) = schedule.decision(failedAttempts: closures, age: .zero, random: random) {
            pause = delay
        } else {
            pause = schedule.longestDelay
        }
        closedUntil = now + pause
        outageSince = outageSince ?? now
        guard let outageSince else { return }
        let silence = now - outageSince
        let late = waiting.filter { _, wait in wait.patience.map { silence >= $0 && now - wait.since >= $0 } ?? false }
        overdue = late.map(\.key).sorted(by: >)
    }
}

extension Duration {
    /// The same span as Foundation counts it, in seconds.
    package var timeInterval: TimeInterval {
        let parts = components
        return TimeInterval(parts.seconds) + TimeInterval(parts.attoseconds) / 1e18
    }
}
