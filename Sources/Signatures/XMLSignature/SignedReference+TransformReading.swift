import Documents

extension SignedReference.Transform {
    /// The element to write.
    var markup: Markup {
        let prefixes = Markup(
            "ec:InclusiveNamespaces", namespaces: ["ec": SignatureNames.exclusiveCanonicalization],
            attributes: [("PrefixList", inclusivePrefixes.joined(separator: " "))])
        return Markup("ds:Transform", attributes: [("Algorithm", algorithm)], children: inclusivePrefixes.isEmpty ? [] : [prefixes])
    }

    /// Reads `ds:Transforms`. Throws S005 for a transform outside the profile or too many, S011 for the structure.
    static func list(_ element: Element, profile: SignatureProfile) throws(Refusal) -> [SignedReference.Transform] {
        let elements = try StrictElement(element, "Transforms").children()
        guard elements.count <= profile.maximumTransforms, !elements.isEmpty else {
            throw Refusal(
                SignatureCode.transform, at: element.place, detail: "found=\(elements.count) expected=1-\(profile.maximumTransforms)")
        }
        var transforms: [SignedReference.Transform] = []
        for child in elements {
            let transform = try StrictElement(child, "Transform", attributes: ["Algorithm"])
            let algorithm = try transform.required("Algorithm")
            guard profile.transforms.contains(algorithm) else { throw Refusal(SignatureCode.transform, at: child.place) }
            let prefixes = try Self.prefixes(transform, algorithm: algorithm, profile: profile)
            transforms.append(SignedReference.Transform(algorithm, inclusivePrefixes: prefixes))
        }
        return transforms
    }

    /// Prefixes of the optional `ec:InclusiveNamespaces` inside a transform or canonicalization method; nothing else may stand there.
    /// Throws S005 for too many prefixes or parameters of another transform, S011 for the structure.
    static func prefixes(_ holder: StrictElement, algorithm: String, profile: SignatureProfile) throws(Refusal) -> [String] {
        let children = try holder.children()
        guard let child = children.first else { return [] }
        guard algorithm == SignatureNames.exclusiveCanonicalization, children.count == 1 else {
            throw Refusal(SignatureCode.transform, at: child.place, detail: "unexpected parameter")
        }
        let list = try StrictElement(
            child, "InclusiveNamespaces", in: SignatureNames.exclusiveCanonicalization, attributes: ["PrefixList"])
        try list.requireEmpty()
        let prefixes = try list.required("PrefixList").split(whereSeparator: \.isWhitespace).map(String.init)
        guard prefixes.count <= profile.maximumPrefixes else {
            throw Refusal(
                SignatureCode.transform, at: child.place,
                detail: "found=\(prefixes.count) prefixes expected=at most \(profile.maximumPrefixes)")
        }
        return prefixes
    }
}
