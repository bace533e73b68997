import Documents
import Foundation
import Signatures

/// Verifies the signature of an envelope, in an order that uses no key before everything without keys is decided, and the sender's
/// key only after it is trusted.
struct EnvelopeVerifier {
    let envelope: SOAPEnvelope
    let signedInfo: SignedInfo
    private let header: SecurityHeader

    /// First step: one Security header of known content, one signature of allowed algorithms and structure.
    /// Throws A050–A053, A059, A064, S003, S005, S011 (as EBMS:0103).
    init(_ envelope: SOAPEnvelope) throws(EBMSError) {
        self.envelope = envelope
        header = try SecurityHeader(try envelope.security())
        let signature = header.signature
        signedInfo = try answering(.policyNoncompliance) { () throws(Refusal) in
            try SignedInfo.read(signature, profile: .webServiceSecurity)
        }
    }

    /// Second step, still without a key: everything that must be signed has a reference, and nothing else. Throws A055–A057.
    func targets(attachments: [UnpackedEntity.Attachment]) throws(EBMSError) -> [SignatureCoverage.Target] {
        try SignatureCoverage(envelope: envelope, timestamp: header.timestamp, attachments: attachments).targets(of: signedInfo.references)
    }

    /// Third step, with a key: algorithm and freshness under the policy, certificate found and trusted, signature value, digests. Answers the
    /// signer. Throws A054, A058, A060–A064, T001–T011 and S007 (as EBMS:0101), A092.
    func verify(
        _ targets: [SignatureCoverage.Target], policy: SignerPolicy, attachments: AttachmentDigest = AttachmentDigest(), now: Date
    ) throws(EBMSError) -> Certificate {
        guard policy.algorithms.contains(signedInfo.algorithm) else {
            throw EBMSError(.algorithm, at: signedInfo.element.place, detail: signedInfo.algorithm.uri)
        }
        if let timestamp = header.timestamp { try SecurityTimestamp.check(timestamp, now: now, skew: policy.clockSkew) }
        let key = try KeyReference(signedInfo.keyInfo)
        let signer = try key.certificate(tokens: header.tokens, policy: policy, at: signedInfo.keyInfo.place)
        try answering(.failedAuthentication) { () throws(Refusal) in
            try ChainCheck.check(leaf: signer, chain: [], purpose: .signing, policy: policy.trust, at: now)
        }
        CertificateMemory.shared.keep(signer)
        try verifyMathematics(of: targets, with: signer, attachments: attachments)
        return signer
    }

    /// The signature value and every digest with a given certificate, trust aside. Throws A058, S007.
    func verifyMathematics(
        of targets: [SignatureCoverage.Target], with signer: Certificate, attachments: AttachmentDigest = AttachmentDigest()
    ) throws(EBMSError) {
        try answering(.failedAuthentication) { () throws(Refusal) in try signedInfo.verifyValue(with: signer) }
        try verifyDigests(of: targets, attachments: attachments)
    }

    /// Every digest. Throws A058.
    func verifyDigests(
        of targets: [SignatureCoverage.Target], attachments: AttachmentDigest = AttachmentDigest()
    ) throws(EBMSError) {
        for (reference, target) in zip(signedInfo.references, targets) {
            switch target {
            case .element(let element):
                let digest = try answering(.failedAuthentication) { () throws(Refusal) in
                    try CanonicalDigest.sha256(of: element, inclusivePrefixes: reference.inclusivePrefixes)
                }
                guard Digest.areEqual(digest, reference.digest) else { throw EBMSError(.digest, at: element.place) }
            case .attachment(let attachment):
                let digest = try attachments.sha256(attachment)
                guard Digest.areEqual(digest, reference.digest) else {
                    throw EBMSError(.digest, at: envelope.body.place, detail: "attachment")
                }
            }
        }
    }
}
