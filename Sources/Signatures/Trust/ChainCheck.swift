import COpenSSL
import CShim
import Documents
import Foundation

/// Decides whether a certificate is trusted for one use: chain, purpose, strength, revocation, name, issuing CA and pin.
///
/// OpenSSL builds and verifies the chain with everything switched on that its defaults leave off (purpose, auth level 2, strict
/// RFC 5280, revocation of every link, explicit time); the rules of the profile come before and after. The first check that fails is
/// reported and no other.
package struct ChainCheck: Sendable {
    /// Certificates a peer may send along; more are refused unread.
    package static let maximumPeerCertificates = 8
    /// CA certificates between leaf and root.
    package static let maximumDepth = 4

    /// Checks `leaf` at `time`. `chain` is what the peer sent along (the leaf may be among it): it helps to find the way and gives no trust.
    /// Throws T001–T011; the detail names the certificate (escaped common name, serial number), the check, what was found and expected.
    package static func check(
        leaf: Certificate, chain: [Certificate], purpose: CertificatePurpose, policy: TrustPolicy, at time: Date
    ) throws(Refusal) {
        guard chain.count <= maximumPeerCertificates else {
            let found = "found=\(chain.count) certificates expected=at most \(maximumPeerCertificates)"
            throw ChainFinding(leaf, check: "chain length", outcome: found).refusal(.noChain)
        }
        let rules = CertificateRules(purpose: purpose, policy: policy)
        try rules.checkKey(of: leaf, isLeaf: true)
        for other in chain where other != leaf { try rules.checkKey(of: other, isLeaf: false) }
        try rules.checkNames(of: leaf)
        guard !policy.requiresCRL || !policy.crls.isEmpty else {
            throw ChainFinding(leaf, check: "revocation", outcome: "found=no list expected=a current list").refusal(.revocationUnknown)
        }
        let verified = try path(for: ChainMemory.Question(leaf: leaf, chain: chain, purpose: purpose, policy: policy), at: time)
        for link in verified.dropFirst() { try rules.checkKey(of: link, isLeaf: false) }
        try rules.checkUsage(of: leaf)
        try rules.checkHost(of: leaf)
        try rules.checkAgreement(leaf: leaf, issuer: verified.count > 1 ? verified[1] : nil)
    }

    /// The verified chain, leaf first.
    private static func path(for question: ChainMemory.Question, at time: Date) throws(Refusal) -> [Certificate] {
        defer { NativeBytes.clearErrors() }
        let memory = ChainMemory.shared
        if let known = memory.path(for: question, at: time) { return known }
        let leaf = question.leaf
        guard let run = ChainVerification(untrusted: question.chain + question.policy.intermediates, policy: question.policy) else {
            throw ChainFinding(leaf, check: "chain", outcome: "found=OpenSSL could not begin").refusal(.noChain)
        }
        switch run.verify(leaf, purpose: question.purpose, at: time) {
        case .verified(let path):
            memory.keep(path, for: question, verifiedAt: time)
            return path
        case .failed(let error, let certificate): throw ChainFinding.refusal(native: error, certificate: certificate, at: time)
        }
    }
}
