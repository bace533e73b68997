import Foundation

/// Is told what ``ChainCheck`` meets on the way, for whoever fetches revocation lists and keeps the log. Called on the checking thread: must
/// return quickly.
package protocol ChainWitness: Sendable {
    /// A chain passed everything but revocation, which comes next; leaf first. Told once for each chain and trust, not with each message.
    func met(_ path: [Certificate], for purpose: CertificatePurpose)
    /// A decision rests on a list or answer that has ended. Told with every such decision.
    func decided(_ leaf: Certificate, onOverdue issuer: String, endedAt: Date)
}
