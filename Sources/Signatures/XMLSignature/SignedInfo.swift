import Documents

/// What a `ds:Signature` says, read strictly: every algorithm is on the list before a key is touched.
///
/// Reading proves nothing. The caller resolves each reference to the very node that must be signed, compares its digest
/// (``CanonicalDigest``, ``SignedReference/requireDigest(_:at:)``) and verifies the value with a certificate it trusts.
package struct SignedInfo {
    /// `ds:SignedInfo` itself, the node the value is computed over.
    package let element: Element
    /// Prefixes of `ec:InclusiveNamespaces` on the canonicalization method.
    package let canonicalizationPrefixes: [String]
    /// Signature algorithm.
    package let algorithm: SignatureAlgorithm
    /// The references in order; at least one.
    package let references: [SignedReference]
    /// The decoded signature value.
    package let signatureValue: [UInt8]
    /// `ds:KeyInfo`, not looked into: it is a hint, never trust.
    package let keyInfo: Element
    /// `ds:Object` elements after KeyInfo, not looked into.
    package let objects: [Element]

    /// Reads a `ds:Signature`: exactly SignedInfo, SignatureValue, KeyInfo and the objects the profile allows, in this order, no
    /// comments, no unknown attributes. Throws S003, S004, S005, S011, D012 with the place.
    package static func read(_ signature: Element, profile: SignatureProfile) throws(Refusal) -> SignedInfo {
        let children = try StrictElement(signature, "Signature", attributes: ["Id"]).children()
        guard children.count >= 3, children.count <= 3 + profile.maximumObjects else {
            throw Refusal(SignatureCode.structure, at: signature.place, detail: "children of Signature: \(children.count)")
        }
        let value = try StrictElement(children[1], "SignatureValue", attributes: ["Id"])
        let key = try StrictElement(children[2], "KeyInfo", attributes: ["Id"])
        for object in children.dropFirst(3) { _ = try StrictElement(object, "Object", attributes: ["Id", "MimeType", "Encoding"]) }
        let parts = try readParts(children[0], profile: profile)
        return SignedInfo(
            element: children[0], canonicalizationPrefixes: parts.prefixes, algorithm: parts.algorithm, references: parts.references,
            signatureValue: try value.base64(), keyInfo: key.element, objects: Array(children.dropFirst(3)))
    }

    /// Verifies the value over the canonical SignedInfo. Throws S007 when it was not made by the key of `certificate`, also when the
    /// key does not fit the algorithm; D009 when SignedInfo cannot be canonicalized.
    package func verifyValue(with certificate: Certificate) throws(Refusal) {
        let bytes = try Canonicalizer.bytes(element, inclusivePrefixes: canonicalizationPrefixes)
        guard certificate.verify(signatureValue, over: bytes, algorithm: algorithm) else {
            throw Refusal(
                SignatureCode.value, at: element.place,
                detail: "certificate=\"\(LoggedName(certificate.commonName))\" serial=\(certificate.serialNumber)")
        }
    }

    private struct Parts {
        var prefixes: [String]
        var algorithm: SignatureAlgorithm
        var references: [SignedReference]
    }

    private static func readParts(_ element: Element, profile: SignatureProfile) throws(Refusal) -> Parts {
        let children = try StrictElement(element, "SignedInfo", attributes: ["Id"]).children()
        guard children.count >= 3, children.count <= 2 + profile.maximumReferences else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "references: \(children.count - 2)")
        }
        let canonicalization = try StrictElement(children[0], "CanonicalizationMethod", attributes: ["Algorithm"])
        guard try canonicalization.required("Algorithm") == SignatureNames.exclusiveCanonicalization else {
            throw Refusal(SignatureCode.algorithm, at: children[0].place)
        }
        let prefixes = try SignedReference.Transform.prefixes(
            canonicalization, algorithm: SignatureNames.exclusiveCanonicalization, profile: profile)
        let method = try StrictElement(children[1], "SignatureMethod", attributes: ["Algorithm"])
        guard let algorithm = SignatureAlgorithm(rawValue: try method.required("Algorithm")) else {
            throw Refusal(SignatureCode.algorithm, at: children[1].place)
        }
        try method.requireEmpty()
        var references: [SignedReference] = []
        for child in children.dropFirst(2) { references.append(try SignedReference.read(child, profile: profile)) }
        return Parts(prefixes: prefixes, algorithm: algorithm, references: references)
    }
}
