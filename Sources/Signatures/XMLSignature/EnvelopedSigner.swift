import Documents
import Foundation

/// Signs a business message inside itself: XAdES-B-B (ETSI EN 319 132-1), one reference to the root by its Id and one to the
/// signed properties, the certificate in KeyInfo.
package struct EnvelopedSigner: Sendable {
    private let key: any MessageKey
    private let certificate: Certificate

    /// Throws K005 when key and certificate do not belong together: signatures nobody can verify are not made.
    package init(key: any MessageKey, certificate: Certificate) throws(Refusal) {
        guard key.matches(certificate) else {
            throw Refusal(
                KeyCode.mismatch, detail: "certificate=\"\(LoggedName(certificate.commonName))\" serial=\(certificate.serialNumber)")
        }
        self.key = key
        self.certificate = certificate
    }

    /// Appends the signature as the last child of the root and answers the document as bytes. The root must carry an `Id` (an ASCII
    /// NCName) and the document no signature; Ids of the signature derive from it. Throws S004, S002, D008, D009, D013, K007; after a
    /// refusal the document must not be used.
    package func sign(_ document: Document, at time: Date) throws(Refusal) -> [UInt8] {
        guard let id = document.root.attribute("Id"), ReferenceTarget.isPlainName(id) else {
            throw Refusal(SignatureCode.wrongTarget, at: document.root.place, detail: "the root needs an Id")
        }
        guard SignatureSearch.signatures(in: document).isEmpty else { throw Refusal(SignatureCode.several, at: document.root.place) }
        let (signatureID, propertiesID, referenceID) = (id + "-signature", id + "-properties", id + "-reference")
        let properties = SignedProperties(id: propertiesID, signingTime: time, certificateDigest: certificate.sha256)
        // Before the signature is there: the enveloped transform leaves it out, and nothing else is added.
        let content = try CanonicalDigest.sha256(of: document.root)

        var writer = SignatureWriter(key: key, keyInfo: Self.keyInfo(certificate))
        writer.id = signatureID
        writer.objects = [properties.object(signatureID: signatureID, documentReferenceID: referenceID)]
        let signature = try writer.begin(in: document.root)
        let references = [
            ReferenceTarget.document(id: id, digest: content, referenceID: referenceID),
            try ReferenceTarget.properties(id: propertiesID, in: signature),
        ]
        try writer.finish(signature, references: references)
        _ = try document.idMap()
        return try document.serialized()
    }

    private static func keyInfo(_ certificate: Certificate) -> Markup {
        Markup("ds:X509Data", children: [Markup("ds:X509Certificate", text: Base64.encode(certificate.der))])
    }
}
