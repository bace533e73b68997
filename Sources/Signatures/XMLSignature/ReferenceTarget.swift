import Documents

/// The two references of a business signature, as written and as demanded.
enum ReferenceTarget {
    /// Transforms of the reference to the root.
    static let documentTransforms = [SignatureNames.envelopedSignature, SignatureNames.exclusiveCanonicalization]

    /// Whether an Id can be referred to without any escaping or XPointer reading: an ASCII NCName of at most 128 characters.
    static func isPlainName(_ id: String) -> Bool {
        guard let first = id.utf8.first, id.utf8.count <= 128 else { return false }
        let isLetter = { (byte: UInt8) in (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_") }
        let isRest = { (byte: UInt8) in
            isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        return isLetter(first) && id.utf8.allSatisfy(isRest)
    }

    /// The reference to the root, to be written.
    static func document(id: String, digest: [UInt8], referenceID: String) -> SignedReference {
        var reference = SignedReference(uri: "#" + id, transforms: documentTransforms.map { .init($0) }, digest: digest)
        reference.id = referenceID
        return reference
    }

    /// The reference to the signed properties standing in `signature`, to be written. Throws S008, D009.
    static func properties(id: String, in signature: Element) throws(Refusal) -> SignedReference {
        let found = signature.child("Object", in: SignatureNames.ds)?.child("QualifyingProperties", in: SignatureNames.xades)?
            .child("SignedProperties", in: SignatureNames.xades)
        guard let found else { throw Refusal(SignatureCode.properties, at: signature.place) }
        let transform = SignedReference.Transform(SignatureNames.exclusiveCanonicalization)
        var reference = SignedReference(uri: "#" + id, transforms: [transform], digest: try CanonicalDigest.sha256(of: found))
        reference.type = SignatureNames.signedPropertiesType
        return reference
    }

    /// Demands that `reference` is the whole document without its signature. URI="" would mean the same to most and something else
    /// to some, so only the Id of the root counts, as attribute `Id` and nothing like it. Throws S004, S005.
    static func requireDocument(_ reference: SignedReference, root: Element, ids: IdMap) throws(Refusal) {
        guard let id = root.attribute("Id"), isPlainName(id), reference.uri == "#" + id, ids.element(id) == root else {
            throw Refusal(SignatureCode.wrongTarget, at: root.place)
        }
        guard reference.type == nil || reference.type == "" else {
            throw Refusal(SignatureCode.wrongTarget, at: root.place, detail: "Type")
        }
        guard reference.transforms.map(\.algorithm) == documentTransforms else { throw Refusal(SignatureCode.transform, at: root.place) }
    }

    /// Demands that `reference` is `target`, the signed properties. Throws S008, S005.
    static func requireProperties(_ reference: SignedReference, target: Element, ids: IdMap) throws(Refusal) {
        guard let id = target.attribute("Id"), isPlainName(id), reference.uri == "#" + id, ids.element(id) == target,
            reference.type == SignatureNames.signedPropertiesType
        else { throw Refusal(SignatureCode.properties, at: target.place, detail: "not covered by the second reference") }
        guard reference.transforms.map(\.algorithm) == [SignatureNames.exclusiveCanonicalization] else {
            throw Refusal(SignatureCode.transform, at: target.place)
        }
    }
}
