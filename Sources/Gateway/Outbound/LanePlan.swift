import Foundation
import Spooling

/// Decides which message of one partner is tried next, and when: the pure half of a ``DeliveryLane``.
///
/// A lane is *open* while the partner answers. When an attempt shows that the partner cannot be reached at all, the lane closes until a time:
/// the other messages stay where they are, untried, and the next attempt is a single probe. So ten thousand messages for a dead partner cost
/// one connection attempt per pause, not ten thousand, and no disk write that would delay another partner.
struct LanePlan: Sendable {
    /// How many attempts may run at the same time when the lane is open.
    var concurrency: Int
    /// Messages that wait, each with the time before which it is not tried.
    private var waiting: [MessageID: Date] = [:]
    /// Waiting messages whose time has come, oldest first. Kept beside `waiting` so that a long queue is not searched for every start.
    private var due: [MessageID] = []
    private var dueHead = 0
    /// Waiting messages whose time is to come, as a list sorted by time.
    private var later: [(at: Date, id: MessageID)] = []
    private(set) var running: Set<MessageID> = []
    private(set) var closedUntil: Date?
    private var closures = 0

    init(concurrency: Int) { self.concurrency = max(1, concurrency) }

    /// Messages known to the lane that do not run.
    var waitingCount: Int { waiting.count }

    /// Notes a message to be tried at `time` or later. A message that runs or already waits is left as it is, unless the new time is earlier.
    mutating func add(_ id: MessageID, notBefore time: Date, now: Date) {
        guard !running.contains(id) else { return }
        if let known = waiting[id], known <= time { return }
        waiting[id] = time
        if time <= now {
            due.append(id)
        } else {
            let index = later.firstIndex { $0.at > time } ?? later.endIndex
            later.insert((time, id), at: index)
        }
    }

    /// Forgets a message that somebody moved away.
    mutating func forget(_ id: MessageID) {
        waiting[id] = nil
        running.remove(id)
    }

    /// The messages to try now; they count as running from here on.
    mutating func start(now: Date) -> [MessageID] {
        promote(now: now)
        if let closedUntil, closedUntil > now { return [] }
        let places = freePlaces
        var started: [MessageID] = []
        while started.count < places, let id = nextDue(now: now) {
            waiting[id] = nil
            running.insert(id)
            started.append(id)
        }
        return started
    }

    /// When ``start(now:)`` will next have something to give, or nil while only an event can change that.
    func nextWake(now: Date) -> Date? {
        guard !waiting.isEmpty else { return nil }
        let earliest = due.count > dueHead ? now : (later.first?.at ?? now)
        guard freePlaces > 0 else { return nil }
        return max(earliest, closedUntil ?? earliest)
    }

    /// A lane that was closed opens with one probe; its outcome decides about the rest.
    private var freePlaces: Int { (closedUntil == nil ? concurrency : 1) - running.count }

    /// An attempt ended with an answer of the partner, good or bad: the partner lives and the lane opens.
    mutating func finished(_ id: MessageID) {
        running.remove(id)
        closedUntil = nil
        closures = 0
    }

    /// An attempt ended for a reason of our own (stopped, moved away, disk): it says nothing about the partner.
    mutating func abandoned(_ id: MessageID) {
        running.remove(id)
    }

    /// An attempt showed that the partner cannot be reached: closes the lane for the pause the schedule gives after so many closures in a row.
    mutating func unreachable(_ id: MessageID, schedule: RetrySchedule, random: Double, now: Date) {
        running.remove(id)
        if let closedUntil, closedUntil > now { return }  // Attempts that ran side by side are one observation, not many.
        closures += 1
        if case .retry(let pause) = schedule.decision(failedAttempts: closures, age: .zero, random: random) {
            closedUntil = now.addingTimeInterval(pause.timeInterval)
        } else {
            closedUntil = now.addingTimeInterval(schedule.longestDelay.timeInterval)
        }
    }

    private mutating func promote(now: Date) {
        let count = later.prefix { $0.at <= now }.count
        guard count > 0 else { return }
        due.append(contentsOf: later[..<count].map(\.id))
        later.removeFirst(count)
    }

    private mutating func nextDue(now: Date) -> MessageID? {
        while dueHead < due.count {
            let id = due[dueHead]
            dueHead += 1
            if dueHead > 1024, dueHead * 2 > due.count {
                due.removeFirst(dueHead)
                dueHead = 0
            }
            // An entry may be stale: forgotten, started already, or put back with a later time.
            if let time = waiting[id], time <= now { return id }
        }
        due.removeAll(keepingCapacity: false)
        dueHead = 0
        return nil
    }
}

extension Duration {
    /// The same span as Foundation counts it, in seconds.
    package var timeInterval: TimeInterval {
        let parts = components
        return TimeInterval(parts.seconds) + TimeInterval(parts.attoseconds) / 1e18
    }
}
