import Documents
import Foundation
import Signatures

/// What a check of a message gave. Stays in the task that made it, since the document does; `summary` may travel.
package struct CheckOutcome {
    /// The parsed document, when it was XML at all.
    package var document: Document?
    /// The message, when it could be read. Present beside errors of the rules: act on it only when `isAccepted`.
    package var message: CareMessage?
    /// Errors and warnings: the one refusal of an early step, all violations of the schema, or all findings of the rules.
    package var findings: [Finding] = []
    /// The certificate that signed, when the signature verified.
    package var signer: Certificate?
    /// When the signer says it signed.
    package var signingTime: Date?
    /// Whether the signer's certificate was checked against a trust policy and passed.
    package var isSignerTrusted = false

    /// Whether the message may go on: it was read and no finding is an error.
    package var isAccepted: Bool { message != nil && errors.isEmpty }

    /// The findings that refuse.
    package var errors: [Finding] { findings.filter { $0.severity == .error } }

    /// The part that may leave the task: no patient data.
    package var summary: CheckSummary { CheckSummary(self) }
}
