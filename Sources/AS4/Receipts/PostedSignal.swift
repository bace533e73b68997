import Documents
import Foundation
import Signatures

/// What a peer posted to us.
package enum InboundMessage: Sendable {
    /// A message that passed every check.
    case user(ReceivedUserMessage)
    /// A receipt or error that came by itself. The profile forbids it; some peers do it all the same.
    case signal(PostedSignal)
}

/// A signal that was posted instead of answered. A hint for the log, never a change of state: a receipt counts as answer to its request only.
package struct PostedSignal: Sendable {
    /// Its own MessageId.
    package let messageID: String
    /// The message it is about, by its own word.
    package let refToMessageID: String?
    /// The errors it reports; empty for a receipt.
    package let errors: [ReportedError]
    /// Whether the peer at the other end signed it.
    package let isTrusted: Bool

    /// Throws A022–A028, A080, A084, A085.
    init(_ envelope: SOAPEnvelope, policy: SignerPolicy?, now: Date) throws(EBMSError) {
        let signal = try Signal(try envelope.only("SignalMessage"))
        messageID = signal.facts.messageID
        refToMessageID = signal.facts.refToMessageID
        errors = if case .errors(let errors) = signal.content { errors } else { [] }
        isTrusted = policy.map { (try? SignalReader.signer(of: envelope, $0, now)) != nil } ?? false
    }
}
