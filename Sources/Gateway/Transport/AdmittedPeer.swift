import Foundation
import Signatures

/// A peer whose certificate has passed every check for one partner.
struct AdmittedPeer: Sendable {
    let partner: String
    let leaf: Certificate
    /// As the peer sent it, leaf first.
    let chain: [[UInt8]]
    /// The ``TLSGeneration`` that judged it.
    let generation: Int
    /// When it judged, by the clock certificates are judged by.
    let judgedAt: Date

    /// How long a judgement is believed: within it a certificate of the chain may end, or a revocation list grow stale, unnoticed.
    static let freshness: TimeInterval = 60

    /// Whether the judgement still counts for a new request: made by the generation in force, lately, and the certificate has not ended since.
    /// Otherwise the peer has to be judged again.
    func isFresh(in generation: Int, at time: Date) -> Bool {
        let age = time.timeIntervalSince(judgedAt)
        return generation == self.generation && age >= 0 && age < Self.freshness && time <= leaf.notAfter
    }
}
