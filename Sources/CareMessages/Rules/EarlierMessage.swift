import Foundation

/// An earlier message of a case, without patient data.
package struct EarlierMessage: Sendable, Equatable {
    /// UUID in lower case.
    package var messageID: String
    /// Its type.
    package var type: MessageType
    /// When it was sent.
    package var sent: Date
    /// Organisationsnummer of the sender.
    package var senderOrganisation: String
    /// Whether it is about the same patient as the message under check.
    package var isSamePatient = true
    /// The admission of an M01.
    package var admitted: Date?
    /// Withdrawn by M06 or M22, or replaced.
    package var isWithdrawn = false

    /// Makes an earlier message about the same patient that has not been withdrawn.
    package init(messageID: String, type: MessageType, sent: Date, senderOrganisation: String) {
        self.messageID = messageID
        self.type = type
        self.sent = sent
        self.senderOrganisation = senderOrganisation
    }
}
