import Foundation
import Signatures

/// A receipt that proves what was sent. The entity it came in is the evidence to keep.
package struct AcceptedReceipt: Sendable {
    /// The receipt's own MessageId.
    package let messageID: String
    /// When the receiver says it received, whole milliseconds.
    package let timestamp: Date
    /// Whose key signed it, trusted under the partner's policy.
    package let signer: Certificate
}

/// What a peer answered.
package enum SignalOutcome: Sendable {
    /// A valid receipt for what was sent.
    case receipt(AcceptedReceipt)
    /// One or more errors. `isTrusted`: signed by the partner and about the message sent; otherwise a hint that changes no state.
    case errors([ReportedError], isTrusted: Bool)
}
