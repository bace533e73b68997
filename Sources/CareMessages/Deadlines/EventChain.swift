import Foundation

/// A message with those it replaces: what was told first, and what holds now.
struct EventChain: Sendable, Equatable {
    /// In the order of sending. Never empty.
    let members: [CaseEvent]
    /// The one that holds.
    let head: CaseEvent
    /// Whether the one that holds was withdrawn.
    let isWithdrawn: Bool

    /// The first that was sent: a limit once kept stays kept when the message is corrected (a reading).
    var first: CaseEvent { members.first ?? head }

    /// Whether a message refers to any of the chain.
    func isMeant(by event: CaseEvent) -> Bool { members.contains { $0.messageID == event.refersTo } }

    /// The first that went to a unit of a municipality that the law calls berörd enhet; any municipality for `nil`.
    func first(to kommunkod: String?) -> CaseEvent? {
        members.first { event in
            event.receivers.contains { unit in
                guard Roll.municipal.contains(unit.role), let code = unit.kommunkod else { return false }
                return kommunkod == nil || code == kommunkod
            }
        }
    }
}
