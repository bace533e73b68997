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
    func first(to kommunkod: String?, _ question: PayerQuestion) -> Told? {
        members.lazy.compactMap { Told($0, kommunkod, question) }.first
    }

    /// What told a municipality.
    struct Told: Sendable, Equatable {
        /// The message.
        let message: CaseEvent
        /// Whether it is known that the organisation that received it is the municipality; the sender wrote that it is.
        let isCertain: Bool

        init?(_ event: CaseEvent, _ kommunkod: String?, _ question: PayerQuestion) {
            let answers = event.receivers.filter { Roll.municipal.contains($0.role) }.compactMap { unit -> Bool?? in
                guard let code = unit.kommunkod, kommunkod == nil || code == kommunkod else { return nil }
                return .some(question.isMunicipality(unit.organisationsnummer, code))
            }
            guard answers.contains(where: { $0 != false }) else { return nil }
            message = event
            isCertain = answers.contains(true)
        }
    }
}
