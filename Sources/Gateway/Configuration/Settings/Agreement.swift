import AS4
import CareMessages
import Spooling

/// What is exchanged with one partner, and how (`agreements`).
package struct Agreement: Sendable, Equatable {
    /// Our name for it: `[a-z0-9-]`, at most 40 characters; unique.
    package let name: String
    /// Name of the partner.
    package let partner: String
    /// Message types we send. No other agreement with this partner sends them.
    package let send: [MessageType]
    /// Message types we receive. No other agreement with this partner receives them.
    package let receive: [MessageType]
    /// Receiver roles that the partner serves; empty = not restricted.
    package let roles: [Roll]
    /// The ready-made values it began with.
    package let profile: AgreementProfile?
    /// AS4 Service in place of the message type's own.
    package let service: String?
    /// Type of the AS4 Service in place of the message type's own.
    package let serviceType: String?
    /// AS4 Action in place of the message type's own.
    package let action: String?
    /// AS4 AgreementRef; `nil` = none is sent or demanded.
    package let agreementRef: String?
    /// Whether payload parts are encrypted to the partner, and must be encrypted to us.
    package let encryption: PayloadEncryption
    /// Whether an answer names on the wire what it answers.
    package let mep: ExchangePattern
    /// Who we are as originalSender and finalRecipient, in place of `0007:` and our organisationsnummer.
    package let ownParticipant: String?
    /// Who the partner is there, in place of `0007:` and its organisationsnummer.
    package let partnerParticipant: String?
    /// When a message is tried again, and when it is given up.
    package let retry: RetrySchedule
    /// Deliveries to the partner at the same time.
    package let concurrency: Int
    /// What was agreed on deadlines and receipts; `nil` when nothing is said and the law alone holds.
    package let terms: RegionalAgreement?

    /// The AS4 Service that a message of this type carries.
    package func serviceName(for type: MessageType) -> ServiceName {
        service.map { ServiceName($0, type: serviceType) } ?? ServiceName(type.defaultService)
    }

    /// The AS4 Action that a message of this type carries.
    package func actionName(for type: MessageType) -> String { action ?? type.defaultAction }
}
