import Foundation
import Signatures

/// What a partner's signatures must be.
package struct SignerPolicy: Sendable {
    /// Whom to trust: anchors, and the pins of this partner's signing certificates.
    package var trust: TrustPolicy
    /// The partner's certificates, for signatures that name their key without carrying the certificate.
    package var certificates: [Certificate]
    /// Allowed signature algorithms; eDelivery AS4 1.15 knows RSA-SHA256 alone.
    package var algorithms: Set<SignatureAlgorithm> = [.rsaSHA256]
    /// Seconds that a wsu:Timestamp may be off.
    package var clockSkew: TimeInterval = 300

    /// The policy of the profile with this trust.
    package init(trust: TrustPolicy, certificates: [Certificate] = []) {
        self.trust = trust
        self.certificates = certificates
    }
}
