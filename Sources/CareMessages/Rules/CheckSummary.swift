import Foundation
import Signatures

/// A check's result without document and patient data, for logs, receipts and `--json`.
package struct CheckSummary: Sendable, Codable, Equatable {
    /// Whether the message may go on.
    package let isAccepted: Bool
    /// `M01`, …; `nil` when the message could not be read, as the three below.
    package let type: String?
    /// UUID of the message.
    package let messageID: String?
    /// UUID of the case.
    package let caseID: String?
    /// When the sender sent it.
    package let sent: Date?
    /// Whether a person must release the message before it is sent, because the patient is protected.
    package let needsRelease: Bool
    /// Subject of the certificate that signed; `nil` when unsigned or not verified.
    package let signer: String?
    /// Errors and warnings.
    package let findings: [Finding]

    init(_ outcome: CheckOutcome) {
        isAccepted = outcome.isAccepted
        type = outcome.message?.type.rawValue
        messageID = outcome.message?.envelope.messageID
        caseID = outcome.message?.envelope.caseID
        sent = outcome.message?.envelope.sent
        needsRelease = outcome.message?.patient?.isProtected ?? false
        signer = outcome.signer?.subject
        findings = outcome.findings
    }
}
