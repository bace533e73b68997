import Documents
import Foundation

/// Verifies the signature inside a business message and hands out what was signed: see what is signed, read nothing else.
///
/// Order: Ids, the one signature and its place, structure and algorithms, references, certificate hint, signed properties, trust,
/// value, digests. Nothing is computed with a key that is not trusted.
package struct EnvelopedVerifier: Sendable {
    /// How far ahead of the clock a signing time may be, in seconds.
    package static let allowedSkew: TimeInterval = 300

    private let policy: TrustPolicy?
    private let requiresXAdES: Bool

    /// `policy` nil: mathematics only, the signer stays unknown (``VerifiedContent/isSignerTrusted``). `requiresXAdES` false: a plain
    /// XML-DSig signature of the profile will do; signed properties are still checked when they are there.
    package init(policy: TrustPolicy?, requiresXAdES: Bool = true) {
        self.policy = policy
        self.requiresXAdES = requiresXAdES
    }

    /// Verifies the document, whose root must be what was signed, with certificates judged at `time`.
    /// Throws S001–S014, T001–T011, K008, D008, D009, D012. Neither code nor detail holds any content.
    package func verify(_ document: Document, at time: Date) throws(Refusal) -> VerifiedContent {
        let ids = try document.idMap()
        let signature = try SignatureSearch.only(in: document)
        let signed = try SignedInfo.read(signature, profile: .enveloped)
        try ReferenceTarget.requireDocument(signed.references[0], root: document.root, ids: ids)
        let certificates = try KeyHint.certificates(signed.keyInfo)
        let signer = certificates[0]
        let properties = try properties(of: signature, signed, ids: ids)
        if let properties { try require(properties.properties, fit: signer, at: time, place: properties.element.place) }

        if let policy {
            try ChainCheck.check(leaf: signer, chain: Array(certificates.dropFirst()), purpose: .signing, policy: policy, at: time)
            CertificateMemory.shared.keep(signer)
        }
        try signed.verifyValue(with: signer)
        try requireDigests(signed, document: document, signature: signature, properties: properties?.element)
        return VerifiedContent(
            root: document.root, signature: signature, signer: signer, signingTime: properties?.properties.signingTime,
            isSignerTrusted: policy != nil)
    }

    /// The signed properties, bound to the second reference. A reference or object beyond those two is refused.
    private func properties(of signature: Element, _ signed: SignedInfo, ids: IdMap) throws(Refusal) -> SignedProperties.Found? {
        if !requiresXAdES && signed.references.count == 1 && signed.objects.isEmpty { return nil }
        guard let object = signed.objects.first, signed.references.count == 2 else {
            throw Refusal(
                SignatureCode.properties, at: signature.place,
                detail: "references=\(signed.references.count) objects=\(signed.objects.count) expected=2 and 1")
        }
        let found = try SignedProperties.read(object, of: signature)
        try ReferenceTarget.requireProperties(signed.references[1], target: found.element, ids: ids)
        let described = signed.references[0].id.map { "#" + $0 }
        guard found.describedReference == nil || found.describedReference == described else {
            throw Refusal(SignatureCode.properties, at: found.element.place, detail: "ObjectReference is not the document")
        }
        return found
    }

    private func require(_ properties: SignedProperties, fit signer: Certificate, at time: Date, place: Place) throws(Refusal) {
        guard Digest.areEqual(properties.certificateDigest, signer.sha256) else {
            throw Refusal(SignatureCode.certificateDigest, at: place)
        }
        guard properties.signingTime <= time.addingTimeInterval(Self.allowedSkew) else {
            throw Refusal(
                SignatureCode.signingTime, at: place,
                detail: "found=\(XMLTime.text(properties.signingTime)) expected=at most \(XMLTime.text(time)) and 5 minutes")
        }
    }

    private func requireDigests(
        _ signed: SignedInfo, document: Document, signature: Element, properties: Element?
    ) throws(Refusal) {
        let first = signed.references[0]
        let content = try CanonicalDigest.sha256(of: document.root, inclusivePrefixes: first.inclusivePrefixes, excluding: signature)
        try first.requireDigest(content, at: document.root.place)
        guard let properties else { return }
        let second = signed.references[1]
        try second.requireDigest(
            try CanonicalDigest.sha256(of: properties, inclusivePrefixes: second.inclusivePrefixes), at: properties.place)
    }
}
