import Documents
import Foundation
import Signatures

/// The certificates a peer sent in its handshake, read but not yet believed.
struct PeerChain {
    let leaf: Certificate
    private let others: [Certificate]

    /// Reads DER, leaf first. Throws when there is none or one cannot be read.
    init(_ chain: [[UInt8]]) throws(Refusal) {
        var certificates: [Certificate] = []
        // One more than the check allows, so that it sees and refuses the excess without our reading a thousand.
        for der in chain.prefix(ChainCheck.maximumPeerCertificates + 2) { certificates.append(try Certificate(der: der)) }
        guard let first = certificates.first else { throw Refusal(TrustCode.noChain, detail: "found=no certificate") }
        leaf = first
        others = Array(certificates.dropFirst())
    }

    func check(for purpose: CertificatePurpose, policy: TrustPolicy, at time: Date) throws(Refusal) {
        try ChainCheck.check(leaf: leaf, chain: others, purpose: purpose, policy: policy, at: time)
    }
}
