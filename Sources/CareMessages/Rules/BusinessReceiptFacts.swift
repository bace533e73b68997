import Foundation

/// Whether the receiver's people have confirmed a delivered message.
package struct BusinessReceiptFacts: Sendable, Equatable {
    /// When the message was delivered.
    package var deliveredAt: Date
    /// How long the receiver may take, by agreement.
    package var limit: Duration
    /// Whether the confirmation has come.
    package var hasArrived: Bool

    /// Makes the facts.
    package init(deliveredAt: Date, limit: Duration, hasArrived: Bool) {
        self.deliveredAt = deliveredAt
        self.limit = limit
        self.hasArrived = hasArrived
    }
}
