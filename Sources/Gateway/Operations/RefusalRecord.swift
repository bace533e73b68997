import Documents
import Foundation
import Signatures

/// A message or request of a known partner that was refused, as the audit trail tells it: nothing of its content, and no word of the partner's own.
package struct RefusalRecord: Sendable, Equatable {
    /// Whom TLS proved at the other end.
    package let partner: String
    /// Our code.
    package let code: String
    /// The ebMS code answered with; nil for what the transport refused.
    package let ebms: String?
    /// Where in the message, by names that we know.
    package let place: String?
    /// SHA-256 of the MessageId, 64 hexadecimal digits, when the message got so far: whoever has the id can find the line.
    package let messageIDSHA256: String?
    /// The HTTP status answered with.
    package let status: Int
    /// What became of it in the quarantine, when there is one: our id, or `full` or `failed`.
    package var quarantine: String?

    /// Describes a refused message. `place` is left out when it holds digits that may be a person's number.
    package init(partner: String, code: String, ebms: String? = nil, place: String? = nil, messageID: String? = nil, status: Int) {
        (self.partner, self.code, self.ebms, self.status) = (partner, code, ebms, status)
        self.place = place.map(EventLog.harmless)
        messageIDSHA256 = messageID.map { Digest.sha256(Array($0.utf8)).hexadecimal }
    }
}
