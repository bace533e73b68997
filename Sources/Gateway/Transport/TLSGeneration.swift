import Documents
import Foundation
import NIOPosix
import NIOSSL
import Signatures

/// One consistent set of identity and trust. A connection keeps the generation it began with.
struct TLSGeneration: Sendable {
    let number: Int
    let serverContext: NIOSSLContext
    let clientContext: NIOSSLContext
    let knownChains: KnownChains
    private let policies: [String: TrustPolicy]
    private let owners: [Pin: String]

    /// Reads the key and builds both contexts. Throws ``TransportCode/identityUnusable``, ``TransportCode/pinShared``.
    init(number: Int, identity: TLSIdentity, peers: [PeerTrust], pool: NIOThreadPool) throws(Refusal) {
        owners = try Self.owners(of: peers)
        policies = Dictionary(peers.map { ($0.partner, $0.policy) }, uniquingKeysWith: { first, _ in first })
        self.number = number
        knownChains = KnownChains()
        var seen: Set<[UInt8]> = []
        let anchors = peers.flatMap(\.policy.anchors).filter { seen.insert($0.sha256).inserted }
        do {
            serverContext = try NIOSSLContext(configuration: TLSSettings.server(identity, anchors: anchors, pool: pool))
            clientContext = try NIOSSLContext(configuration: TLSSettings.client(identity, anchors: anchors, pool: pool))
        } catch {
            throw Refusal(TransportCode.identityUnusable, detail: FailureDiagnosis.tlsReason(error))
        }
    }

    /// The contexts of `earlier` with other trust. Throws ``TransportCode/pinShared``.
    init(after earlier: TLSGeneration, peers: [PeerTrust]) throws(Refusal) {
        owners = try Self.owners(of: peers)
        policies = Dictionary(peers.map { ($0.partner, $0.policy) }, uniquingKeysWith: { first, _ in first })
        number = earlier.number + 1
        (serverContext, clientContext, knownChains) = (earlier.serverContext, earlier.clientContext, earlier.knownChains)
    }

    /// The partner whose pin the certificate bears; nil when no partner or more than one has it.
    func partner(of leaf: Certificate) -> String? {
        switch (owners[Pin(.leaf, of: leaf)], owners[Pin(.spki, of: leaf)]) {
        case (let byLeaf?, let byKey?): byLeaf == byKey ? byLeaf : nil
        case (let byLeaf, let byKey): byLeaf ?? byKey
        }
    }

    /// Judges a client by the chain it sent. Throws the refusals of ``ChainCheck`` but T009, T006 when no partner bears its pin. A client whose
    /// status cannot be told (T009) is admitted to be told so: it waits (``AdmittedPeer/waiting``).
    func admitClient(_ chain: [[UInt8]], at time: Date) throws(Refusal) -> AdmittedPeer {
        let certificates = try PeerChain(chain)
        guard let partner = partner(of: certificates.leaf), var policy = policies[partner] else {
            let leaf = certificates.leaf
            let found = "found=\(Pin(.leaf, of: leaf)) or \(Pin(.spki, of: leaf)) expected=a pin of one partner"
            let name = LoggedName(leaf.commonName ?? leaf.subject)
            throw Refusal(TrustCode.notPinned, detail: "certificate=\"\(name)\" serial=\(leaf.serialNumber) check=pin \(found)")
        }
        policy.hostName = nil
        var peer = AdmittedPeer(partner: partner, leaf: certificates.leaf, chain: chain, generation: number, judgedAt: time)
        do throws(Refusal) {
            try certificates.check(for: .tlsClient, policy: policy, at: time)
        } catch {
            guard error.is(TrustCode.revocationUnknown) else { throw error }
            peer.waiting = error
        }
        return peer
    }

    /// Judges the server of `partner` at `host`. Throws the refusals of ``ChainCheck``.
    func admitServer(_ chain: [[UInt8]], of partner: String, host: String, at time: Date) throws(Refusal) -> AdmittedPeer {
        let certificates = try PeerChain(chain)
        guard var policy = policies[partner] else { throw Refusal(TransportCode.partnerUnknown, detail: partner) }
        policy.hostName = host
        try certificates.check(for: .tlsServer, policy: policy, at: time)
        return AdmittedPeer(partner: partner, leaf: certificates.leaf, chain: chain, generation: number, judgedAt: time)
    }

    func knows(_ partner: String) -> Bool { policies[partner] != nil }

    private static func owners(of peers: [PeerTrust]) throws(Refusal) -> [Pin: String] {
        var owners: [Pin: String] = [:]
        for peer in peers {
            for pin in peer.policy.pins {
                if let other = owners.updateValue(peer.partner, forKey: pin), other != peer.partner {
                    throw Refusal(TransportCode.pinShared, detail: "\(pin) of \(other) and \(peer.partner)")
                }
            }
        }
        return owners
    }
}
