import Documents
import Foundation
import Signatures

/// A peer whose certificate has passed every check for one partner; or all but revocation, of which nothing is known now.
struct AdmittedPeer: Sendable {
    let partner: String
    let leaf: Certificate
    /// As the peer sent it, leaf first.
    let chain: [[UInt8]]
    /// The ``TLSGeneration`` that judged it.
    let generation: Int
    /// When it judged, by the clock certificates are judged by.
    let judgedAt: Date
    /// T009 when its status could not be told: it is who it says it is, and may say nothing until it is judged again.
    var waiting: Refusal?

    /// How long a judgement is believed: within it a certificate of the chain may end, or a revocation list grow stale, unnoticed.
    static let freshness: TimeInterval = 60

    /// Whether the judgement still counts for a new request: made by the generation in force, lately, and the certificate has not ended since.
    /// Otherwise the peer has to be judged again.
    func isFresh(in generation: Int, at time: Date) -> Bool {
        let age = time.timeIntervalSince(judgedAt)
        return waiting == nil && generation == self.generation && age >= 0 && age < Self.freshness && time <= leaf.notAfter
    }
}
