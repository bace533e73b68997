import Documents
import Foundation

/// One time limit of a case, judged at an instant.
package struct Deadline: Sendable, Equatable {
    /// What became of it.
    package enum Status: Sendable, Equatable {
        /// It runs.
        case open
        /// Kept, by the message with this id; at the instant it was sent, or the patient left.
        case met(by: String, at: Date)
        /// Done, but too late.
        case metLate(by: String, at: Date)
        /// It ran out, and nothing has come.
        case missed
        /// Another message (`nil` when only the case's state says so) made it pointless; it may have run out before.
        case stopped(by: String?, at: Date)
    }

    /// What is waited for.
    package let kind: DeadlineKind
    /// Id of the message that started it.
    package let trigger: String
    /// Type of that message.
    package let triggerType: MessageType
    /// When it began to run.
    package let start: Date
    /// When it runs out.
    package let due: DueTime
    /// The provision, or that the limit is Sluss's own.
    package let basis: LocalText
    /// Whether a statute sets the limit.
    package let isStatutory: Bool
    /// What became of it.
    package let status: Status
    /// organisationsnummer of those who have not answered, in order; empty when one answer from anyone is enough.
    package let awaiting: [String]
    /// Time left when it was judged; negative afterwards. Says something only while the limit is open or missed.
    package let remaining: Duration
    /// The warnings of the agreement that are due, the longest first; empty when the limit neither runs nor was missed.
    package let passedWarnings: [Duration]
    /// What a reader must know besides: doubts about the reading.
    package let note: LocalText?

    /// Whether it still waits for something.
    package var isPending: Bool { status == .open || status == .missed }
}

extension Deadline {
    /// What makes a limit pointless.
    struct Stop: Sendable, Equatable {
        /// The message that does.
        let messageID: String?
        /// From when.
        let at: Date
    }

    /// What keeps a limit.
    struct Answer: Sendable, Equatable {
        /// The message that does.
        let messageID: String
        /// When.
        let at: Date

        init(messageID: String, at: Date) {
            self.messageID = messageID
            self.at = at
        }

        init(_ event: CaseEvent) { self.init(messageID: event.messageID, at: event.sent) }
    }
}
