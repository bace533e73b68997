import Foundation

/// An earlier message of a case, without patient data, as a rule sees it from a new message.
package struct EarlierMessage: Sendable, Equatable {
    /// What the case remembers of it.
    package var event: CaseEvent
    /// Whether it is about the same patient as the message under check.
    package var isSamePatient = true
    /// Withdrawn by M06 or M22, or replaced.
    package var isWithdrawn = false
    /// Without effect for where it stands in the case.
    package var isIrregular = false
    /// Whether it counts.
    package var isInForce: Bool { !isWithdrawn && !isIrregular }

    /// Makes an earlier message about the same patient that is in force.
    package init(_ event: CaseEvent) { self.event = event }

    /// UUID in lower case.
    package var messageID: String { event.messageID }
    /// Its type.
    package var type: MessageType { event.type }
    /// When it was sent.
    package var sent: Date { event.sent }
    /// Organisationsnummer of the sender.
    package var senderOrganisation: String { event.sender.organisationsnummer }
    /// The admission of an M01.
    package var admitted: Date? { event.facts.admitted }
}
