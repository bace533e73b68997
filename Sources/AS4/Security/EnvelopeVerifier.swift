import Documents
import Foundation
import Signatures

/// Verifies the signature of an envelope, in an order that uses no key before everything without keys is decided, and the sender's
/// key only after it is trusted.
struct EnvelopeVerifier {
    let envelope: SOAPEnvelope
    let signedInfo: SignedInfo
    let header: SecurityHeader

    /// First step: one Security header of known content, one signature of allowed algorithms and structure, encryption likewise.
    /// Throws A050–A052, A054, A059, A060, A064–A066, S003, S005, S011 (as EBMS:0103).
    init(_ envelope: SOAPEnvelope) throws(EBMSError) {
        self.envelope = envelope
        header = try SecurityHeader(try envelope.security())
        let signature = header.signature
        signedInfo = try answering(.policyNoncompliance) { () throws(Refusal) in
            try SignedInfo.read(signature, profile: .webServiceSecurity)
        }
    }

    /// Second step, still without a key: everything that must be signed has a reference, and nothing else; of encrypted parts, all are.
    /// Throws A055–A057, A065, A067.
    func targets(attachments: [UnpackedEntity.Attachment]) throws(EBMSError) -> [SignatureCoverage.Target] {
        try header.encryption?.requireAll(attachments)
        return try SignatureCoverage(
            envelope: envelope, timestamp: header.timestamp, contentIDs: attachments.map(\.contentID)
        ).targets(of: signedInfo.references)
    }

    /// Third step, with the sender's key: algorithm and freshness under the policy, certificate found and trusted, signature value, and the
    /// digests of what stands in the envelope. Answers the signer. After this step the sender is known, and what it signed of the header.
    /// Throws A054, A058, A060–A064, T001–T011 and S007 (as EBMS:0101).
    func verify(_ targets: [SignatureCoverage.Target], policy: SignerPolicy, now: Date) throws(EBMSError) -> Certificate {
        guard policy.algorithms.contains(signedInfo.algorithm) else {
            throw EBMSError(.algorithm, at: signedInfo.element.place, detail: signedInfo.algorithm.uri)
        }
        if let timestamp = header.timestamp { try SecurityTimestamp.check(timestamp, now: now, skew: policy.clockSkew) }
        let found = try signer(known: policy.certificates)
        try answering(.failedAuthentication) { () throws(Refusal) in
            try ChainCheck.check(leaf: found.leaf, chain: found.chain, purpose: .signing, policy: policy.trust, at: now)
        }
        CertificateMemory.shared.keep(found.leaf)
        try verifyMathematics(of: targets, with: found.leaf)
        return found.leaf
    }

    /// The certificate that KeyInfo names, with the path it came with; no trust yet. Throws A060–A062.
    func signer(known: [Certificate]) throws(EBMSError) -> KeyReference.Found {
        try KeyReference(signedInfo.keyInfo).certificate(tokens: header.tokens, known: known, at: signedInfo.keyInfo.place)
    }

    /// The signature value, and the digests of what stands in the envelope, with a given certificate, trust aside. Throws A058, S007.
    func verifyMathematics(of targets: [SignatureCoverage.Target], with signer: Certificate) throws(EBMSError) {
        try answering(.failedAuthentication) { () throws(Refusal) in try signedInfo.verifyValue(with: signer) }
        try verifyElements(of: targets)
    }

    /// The digests of what stands in the envelope. Throws A058.
    func verifyElements(of targets: [SignatureCoverage.Target]) throws(EBMSError) {
        for (reference, target) in zip(signedInfo.references, targets) {
            guard case .element(let element) = target else { continue }
            let digest = try answering(.failedAuthentication) { () throws(Refusal) in
                try CanonicalDigest.sha256(of: element, inclusivePrefixes: reference.inclusivePrefixes)
            }
            guard Digest.areEqual(digest, reference.digest) else { throw EBMSError(.digest, at: element.place) }
        }
    }

    /// Throws A054 when the signature, or the encryption if there is any, is of another suite than was agreed.
    func require(_ suite: AlgorithmSuite) throws(EBMSError) {
        guard suite.isAvailable, suite.signatures.contains(signedInfo.algorithm.uri) else {
            throw EBMSError(.algorithm, at: signedInfo.element.place, detail: "suite \(suite.name)")
        }
        guard let key = header.encryption?.key else { return }
        guard suite.keyTransports.contains(key.algorithm), suite.contentEncryption == EncryptionNames.aes128GCM else {
            throw EBMSError(.algorithm, at: key.place, detail: "suite \(suite.name)")
        }
    }

    /// Last step: the digests of the attachments as they were before encryption. Throws A015, A058, A092.
    func verifyAttachments(
        _ attachments: [UnpackedEntity.Attachment], of targets: [SignatureCoverage.Target], digest: AttachmentDigest = AttachmentDigest()
    ) throws(EBMSError) {
        for (reference, target) in zip(signedInfo.references, targets) {
            guard case .attachment(let id) = target else { continue }
            guard let attachment = attachments.first(where: { $0.contentID == id }),
                Digest.areEqual(try digest.sha256(attachment), reference.digest)
            else { throw EBMSError(.digest, at: envelope.body.place, detail: "attachment") }
        }
    }
}
