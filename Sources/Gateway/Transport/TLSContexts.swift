import Documents
import NIOCore
import NIOSSL
import Signatures
import Synchronization

/// The TLS of the gateway: own identity and whom to trust, replaceable while connections live.
///
/// A new connection takes the generation in force; an open one keeps its keys, but before every request on it the peer must have been judged
/// by the generation in force, and lately.
package final class TLSContexts: Sendable {
    let runtime: TransportRuntime
    private let generation: Mutex<TLSGeneration>

    /// Reads the key and builds the contexts; does blocking work. Throws ``TransportCode/identityUnusable`` when certificate and key
    /// cannot be used together, ``TransportCode/pinShared`` when a pin does not tell partners apart.
    package init(identity: TLSIdentity, peers: [PeerTrust], runtime: TransportRuntime) throws(Refusal) {
        self.runtime = runtime
        generation = Mutex(try TLSGeneration(number: 1, identity: identity, peers: peers, pool: runtime.blockingPool))
    }

    /// Puts new identity and trust in force for connections from now on. On a throw (as in ``init(identity:peers:runtime:)``)
    /// the old ones stay in force.
    package func reload(identity: TLSIdentity, peers: [PeerTrust]) throws(Refusal) {
        let pool = runtime.blockingPool
        let next = try TLSGeneration(number: current.number + 1, identity: identity, peers: peers, pool: pool)
        generation.withLock { $0 = next }
    }

    /// Puts new trust in force and keeps our identity; sessions of before can be resumed, and are judged by the new trust.
    package func reload(peers: [PeerTrust]) throws(Refusal) {
        try generation.withLock { (generation) throws(Refusal) in
            generation = try TLSGeneration(after: generation, peers: peers)
        }
    }

    var current: TLSGeneration { generation.withLock { $0 } }

    /// Whether a peer that was admitted may speak, or be spoken to, without being judged again.
    func isFresh(_ peer: AdmittedPeer) -> Bool { peer.isFresh(in: current.number, at: runtime.now()) }

    /// The verifier of one accepted connection.
    func clientVerifier(_ generation: TLSGeneration, record: VerificationRecord) -> PeerVerifier {
        let now = runtime.now
        return PeerVerifier(pool: runtime.blockingPool, record: record) { chain throws(Refusal) in
            let peer = try generation.admitClient(chain, at: now())
            generation.knownChains.remember(peer)
            return peer
        }
    }

    /// The verifier of one connection to a partner.
    func serverVerifier(_ generation: TLSGeneration, record: VerificationRecord, route: PartnerRoute) -> PeerVerifier {
        let now = runtime.now
        return PeerVerifier(pool: runtime.blockingPool, record: record) { chain throws(Refusal) in
            try generation.admitServer(chain, of: route.partner, host: route.endpoint.host, at: now())
        }
    }
}
