import Signatures

/// A peer whose certificate has passed every check for one partner.
struct AdmittedPeer: Sendable {
    let partner: String
    let leaf: Certificate
    /// As the peer sent it, leaf first.
    let chain: [[UInt8]]
    /// The ``TLSGeneration`` that judged it.
    let generation: Int
}
