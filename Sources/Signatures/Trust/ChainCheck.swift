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
    /// Revocation is asked last: T009 says that nothing else is wrong. Throws T001–T012; the detail names the certificate (escaped common
    /// name, serial number), the check, what was found and expected.
    package static func check(
        leaf: Certificate, chain: [Certificate], purpose: CertificatePurpose, policy: TrustPolicy, at time: Date
    ) throws(Refusal) {
        _ = try verdict(on: [leaf] + chain, for: purpose, policy: policy, at: time)
    }

    /// The same for a leaf with what came along behind it, and how the chain passed.
    package static func verdict(
        on certificates: [Certificate], for purpose: CertificatePurpose, policy: TrustPolicy, at time: Date
    ) throws(Refusal) -> ChainVerdict {
        guard let leaf = certificates.first else { throw Refusal(TrustCode.noChain, detail: "found=no certificate") }
        let chain = Array(certificates.dropFirst())
        guard chain.count <= maximumPeerCertificates else {
            let found = "found=\(chain.count) certificates expected=at most \(maximumPeerCertificates)"
            throw ChainFinding(leaf, check: "chain length", outcome: found).refusal(.noChain)
        }
        let rules = CertificateRules(purpose: purpose, policy: policy)
        try rules.checkKey(of: leaf, isLeaf: true)
        for other in chain where other != leaf { try rules.checkKey(of: other, isLeaf: false) }
        try rules.checkNames(of: leaf)
        let question = ChainMemory.Question(leaf: leaf, chain: chain, purpose: purpose, policy: policy)
        let known = ChainMemory.shared.verdict(on: question, at: time)
        let path = if let known { known.path } else { try path(for: question, at: time) }
        for link in path.dropFirst() { try rules.checkKey(of: link, isLeaf: false) }
        try rules.checkUsage(of: leaf)
        try rules.checkHost(of: leaf)
        try rules.checkAgreement(leaf: leaf, issuer: path.count > 1 ? path[1] : nil)
        let verdict = if let known { known } else { try revocation(of: path, for: question, at: time) }
        tellOverdue(verdict, policy.witness)
        return verdict
    }

    private static func revocation(of path: [Certificate], for question: ChainMemory.Question, at time: Date) throws(Refusal)
        -> ChainVerdict
    {
        question.policy.witness?.met(path, for: question.purpose)
        let bases = try RevocationCheck(policy: question.policy, time: time).bases(of: path)
        let verdict = ChainVerdict(path: path, bases: bases)
        ChainMemory.shared.keep(verdict, for: question, verifiedAt: time)
        return verdict
    }

    private static func tellOverdue(_ verdict: ChainVerdict, _ witness: (any ChainWitness)?) {
        guard let witness else { return }
        for (certificate, basis) in zip(verdict.path, verdict.bases) {
            if case .overdue(let end) = basis { witness.decided(verdict.path[0], onOverdue: certificate.issuer, endedAt: end) }
        }
    }

    /// The verified chain, leaf first.
    private static func path(for question: ChainMemory.Question, at time: Date) throws(Refusal) -> [Certificate] {
        defer { NativeBytes.clearErrors() }
        let leaf = question.leaf
        let untrusted = question.chain + question.policy.intermediates
        guard let run = ChainVerification(untrusted: untrusted, policy: question.policy) else {
            throw ChainFinding(leaf, check: "chain", outcome: "found=OpenSSL could not begin").refusal(.noChain)
        }
        switch run.verify(leaf, purpose: question.purpose, at: time) {
        case .verified(let path): return path
        case .failed(let error, let certificate):
            let refusal = ChainFinding.refusal(native: error, certificate: certificate, at: time)
            if refusal.is(TrustCode.noChain), isForeign(question, at: time) {
                let found = "found=root of another environment expected=a root of ours"
                throw ChainFinding(leaf, check: "environment", outcome: found).refusal(.otherEnvironment)
            }
            throw refusal
        }
    }

    /// Whether the certificate is good in another environment.
    private static func isForeign(_ question: ChainMemory.Question, at time: Date) -> Bool {
        guard !question.policy.foreignAnchors.isEmpty else { return false }
        var policy = question.policy
        policy.anchors = policy.foreignAnchors
        guard let run = ChainVerification(untrusted: question.chain + policy.intermediates, policy: policy) else { return false }
        if case .verified = run.verify(question.leaf, purpose: question.purpose, at: time) { return true }
        return false
    }
}
