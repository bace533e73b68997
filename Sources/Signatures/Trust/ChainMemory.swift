import Foundation
import Synchronization

/// Chains that OpenSSL verified before, so that a partner's certificate is not verified anew with each of its messages.
///
/// What it answers is what OpenSSL would answer. A verified chain depends on the certificates, the trust material and the instant, and on
/// nothing else: the question names the first two by identity (a reload of the configuration makes new ones, and so asks anew), and an answer
/// holds from the instant it was given until the first certificate of the chain or the first list or OCSP answer ends (and again when its grace
/// does), or a list begins that was not in force yet. Names, usages, pins and strengths are checked every time by ``ChainCheck``. Failures are
/// not kept: strangers cannot push the partners' answers out, and never more than ``capacity`` are held.
final class ChainMemory: Sendable {
    /// The memory of the process.
    static let shared = ChainMemory(capacity: 256)

    /// What was asked. Holds the trust material, so that its identity is given to nothing else meanwhile.
    struct Question: Hashable {
        let leaf: Certificate
        let chain: [Certificate]
        let purpose: CertificatePurpose
        let policy: TrustPolicy
        private let fingerprints: [[UInt8]]
        private let material: [ObjectIdentifier]
        private let sizes: [Int]
        private let revocation: RevocationMode

        init(leaf: Certificate, chain: [Certificate], purpose: CertificatePurpose, policy: TrustPolicy) {
            self.leaf = leaf
            self.chain = chain
            fingerprints = [leaf.sha256] + chain.map(\.sha256)
            self.purpose = purpose
            self.policy = policy
            // The counts keep an anchor from being taken for an intermediate.
            sizes = [policy.anchors.count, policy.intermediates.count, policy.crls.count]
            revocation = policy.revocation
            material =
                policy.anchors.map(ObjectIdentifier.init) + policy.intermediates.map(ObjectIdentifier.init)
                + policy.crls.map(ObjectIdentifier.init) + policy.ocspAnswers.map(ObjectIdentifier.init)
        }

        static func == (left: Question, right: Question) -> Bool {
            left.fingerprints == right.fingerprints && left.purpose == right.purpose && left.material == right.material
                && left.sizes == right.sizes && left.revocation == right.revocation
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(fingerprints)
            hasher.combine(material)
        }
    }

    private struct Answer {
        let verdict: ChainVerdict
        let from: Date
        let until: Date
    }

    /// Answers kept; a full memory forgets all and begins again.
    let capacity: Int
    private let answers = Mutex<[Question: Answer]>([:])

    init(capacity: Int) { self.capacity = capacity }

    /// Number of answers kept.
    var count: Int { answers.withLock { $0.count } }

    /// The verdict given before, when it still holds at `time`.
    func verdict(on question: Question, at time: Date) -> ChainVerdict? {
        answers.withLock { answers in
            guard let answer = answers[question], (answer.from..<answer.until).contains(time) else { return nil }
            return answer.verdict
        }
    }

    /// Keeps a verdict that was given at `time`.
    func keep(_ verdict: ChainVerdict, for question: Question, verifiedAt time: Date) {
        let policy = question.policy
        let ends = policy.crls.compactMap(\.nextUpdate) + policy.ocspAnswers.map(\.end)
        let grace = policy.revocation.graceSeconds
        let graceEnds = grace > 0 ? ends.map { $0.addingTimeInterval(grace) } : []
        let begins = policy.crls.map(\.thisUpdate) + policy.ocspAnswers.map(\.thisUpdate)
        let changes = verdict.path.map(\.notAfter) + ends + graceEnds + begins
        guard let until = changes.filter({ $0 > time }).min() else { return }
        answers.withLock { answers in
            if answers.count >= capacity { answers.removeAll(keepingCapacity: true) }
            answers[question] = Answer(verdict: verdict, from: time, until: until)
        }
    }
}
