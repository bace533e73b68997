import Signatures
import Synchronization

/// The chains of clients admitted so far, by digest of the leaf. A resumed TLS session shows only the leaf; its chain is judged
/// again from here, so that resuming never outlives an expiry, a revocation or the clock.
final class KnownChains: Sendable {
    /// More than the pins of any configuration; beyond it resumption is simply refused.
    static let capacity = 4096

    private let chains = Mutex<[[UInt8]: [[UInt8]]]>([:])

    func remember(_ peer: AdmittedPeer) {
        chains.withLock { known in
            if known.count < Self.capacity { known[peer.leaf.sha256] = peer.chain }
        }
    }

    func chain(ofLeaf sha256: [UInt8]) -> [[UInt8]]? { chains.withLock { $0[sha256] } }
}
