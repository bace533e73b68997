import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// Step 3 outbound: puts the organisation's own signature (XAdES-B-B) into the message, so that the proof stays with it whoever carries it.
struct SignMessage: Sendable {
    let parts: GatewayParts

    /// Blocking: one private-key operation.
    ///
    /// A message that came signed by our own organisation was verified in step 2 and is passed on byte for byte.
    func run(_ submission: ValidatedSubmission, at time: Date) throws -> SignedMessage {
        let bytes: [UInt8]
        if submission.isSigned {
            bytes = submission.bytes
        } else {
            bytes = try EnvelopedSigner(key: parts.keyring.signingKey, certificate: parts.keyring.signingCertificate)
                .sign(submission.document, at: time)
        }
        return SignedMessage(
            bytes: bytes, submittedDigest: submission.digest, message: submission.message, enclosures: submission.enclosures,
            warnings: submission.warnings.map(\.rule),
            needsRelease: submission.needsRelease)
    }
}

/// A message that carries the organisation's signature.
struct SignedMessage: Sendable {
    let bytes: [UInt8]
    /// SHA-256 of the bytes as submitted, by which a repeated submission is known.
    let submittedDigest: String
    let message: CareMessage
    /// Its attachments, in the order it declares them: the signature covers them by their digests.
    let enclosures: [EnclosedContent]
    /// Ids of the rules that warned.
    let warnings: [String]
    /// Whether a second person must release it before it leaves.
    let needsRelease: Bool
}
