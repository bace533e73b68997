import Foundation

/// Which refusals get a line of their own in the audit trail. Pure.
///
/// The first of each partner in a minute do; the others are counted, and told in one line for each partner when the minute is over. So a partner
/// that floods us can neither fill the disk nor make us sync without end, and what it did is on record all the same.
package struct RefusalTally: Sendable {
    /// Lines of its own for one partner in a minute.
    package static let mostEach = 10
    /// Lines of their own for all partners together in a minute.
    package static let mostInAll = 100

    /// The refusals of one partner in one minute that have no line of their own.
    package struct Count: Sendable, Equatable {
        /// The partner.
        package let partner: String
        /// When the minute began.
        package let since: Date
        /// How many, by our code.
        package var codes: [String: Int]
    }

    /// What is to be written for a refusal: first the counts that are due, then its own line, if it gets one.
    package struct Step: Sendable, Equatable {
        /// Counts of minutes that are over.
        package var due: [Count]
        /// Whether the refusal gets its own line.
        package var isOwn: Bool
        /// Whose.
        let partner: String
    }

    private var minute = Int.min
    private var own: [String: Int] = [:]
    private var counts: [String: Count] = [:]

    /// An empty tally.
    package init() {}

    /// Takes note of a refusal.
    package mutating func note(_ partner: String, code: String, at time: Date) -> Step {
        let due = due(at: time)
        let lines = own[partner, default: 0]
        if lines < Self.mostEach, own.values.reduce(0, +) < Self.mostInAll {
            own[partner] = lines + 1
            return Step(due: due, isOwn: true, partner: partner)
        }
        let start = Date(timeIntervalSince1970: Double(minute) * 60)
        counts[partner, default: Count(partner: partner, since: start, codes: [:])].codes[code, default: 0] += 1
        return Step(due: due, isOwn: false, partner: partner)
    }

    /// The counts of a minute that is over. A clock set back ends a minute too.
    package mutating func due(at time: Date) -> [Count] {
        let now = Int((time.timeIntervalSince1970 / 60).rounded(.down))
        guard now != minute else { return [] }
        minute = now
        own = [:]
        return flush()
    }

    /// All counts, whether their minute is over or not: at the end.
    package mutating func flush() -> [Count] {
        defer { counts = [:] }
        return counts.values.filter { !$0.codes.isEmpty }.sorted { $0.partner < $1.partner }
    }

    /// Takes back a refusal that was not given after all: its line is free for the next, or it is not counted.
    package mutating func takeBack(_ step: Step, code: String) {
        if step.isOwn {
            own[step.partner] = max(0, own[step.partner, default: 0] - 1)
        } else if let count = counts[step.partner]?.codes[code] {
            counts[step.partner]?.codes[code] = count > 1 ? count - 1 : nil
        }
    }

    /// Makes counts due again that could not be written.
    package mutating func giveBack(_ due: [Count]) {
        for count in due {
            counts[count.partner, default: Count(partner: count.partner, since: count.since, codes: [:])].codes
                .merge(count.codes, uniquingKeysWith: +)
        }
    }
}
