import Documents

/// One `ds:Reference`: what was signed, how it was made into bytes, and the digest.
package struct SignedReference: Sendable, Hashable {
    /// One `ds:Transform`.
    package struct Transform: Sendable, Hashable {
        /// Identifier.
        package var algorithm: String
        /// Prefixes of `ec:InclusiveNamespaces`, `#default` for the default namespace.
        package var inclusivePrefixes: [String]

        /// Makes a transform.
        package init(_ algorithm: String, inclusivePrefixes: [String] = []) {
            self.algorithm = algorithm
            self.inclusivePrefixes = inclusivePrefixes
        }
    }

    /// `#` and an Id, or `cid:` and a Content-ID. As written, never resolved by itself.
    package var uri: String
    /// Transforms in order.
    package var transforms: [Transform]
    /// Identifier of the digest.
    package var digestAlgorithm = SignatureNames.sha256
    /// The digest, 32 bytes.
    package var digest: [UInt8]
    /// `Type` as written.
    package var type: String?
    /// `Id` as written.
    package var id: String?

    /// Makes a SHA-256 reference to be written.
    package init(uri: String, transforms: [Transform], digest: [UInt8]) {
        self.uri = uri
        self.transforms = transforms
        self.digest = digest
    }

    /// Prefixes for the canonicalization of the target.
    package var inclusivePrefixes: [String] {
        transforms.first { $0.algorithm == SignatureNames.exclusiveCanonicalization }?.inclusivePrefixes ?? []
    }

    /// Compares in constant time; throws S006 at `place` when the content is not what was signed.
    package func requireDigest(_ computed: [UInt8], at place: Place) throws(Refusal) {
        guard Digest.areEqual(digest, computed) else { throw Refusal(SignatureCode.digest, at: place) }
    }

    /// The element to write. The prefix `ds` must be declared around it.
    package var markup: Markup {
        var attributes = [("URI", uri)]
        if let type { attributes.insert(("Type", type), at: 0) }
        if let id { attributes.insert(("Id", id), at: 0) }
        var children: [Markup] = []
        if !transforms.isEmpty { children.append(Markup("ds:Transforms", children: transforms.map(\.markup))) }
        children.append(Markup("ds:DigestMethod", attributes: [("Algorithm", digestAlgorithm)]))
        children.append(Markup("ds:DigestValue", text: Base64.encode(digest)))
        return Markup("ds:Reference", attributes: attributes, children: children)
    }

    /// Reads a `ds:Reference`. Throws S003 for another digest than SHA-256, S005 for a transform outside the profile, S004 without
    /// URI, S011 and D012 for the structure.
    package static func read(_ element: Element, profile: SignatureProfile) throws(Refusal) -> SignedReference {
        let reference = try StrictElement(element, "Reference", attributes: ["URI", "Type", "Id"])
        guard let uri = element.attribute("URI") else { throw Refusal(SignatureCode.wrongTarget, at: element.place, detail: "no URI") }
        var children = try reference.children()
        var transforms: [Transform] = []
        if let first = children.first, first.is("Transforms", in: SignatureNames.ds) {
            transforms = try Transform.list(first, profile: profile)
            children.removeFirst()
        }
        guard children.count == 2 else { throw Refusal(SignatureCode.structure, at: element.place, detail: "children of Reference") }
        try readDigestMethod(children[0])
        var read = SignedReference(uri: uri, transforms: transforms, digest: try readDigestValue(children[1]))
        (read.type, read.id) = (element.attribute("Type"), element.attribute("Id"))
        return read
    }

    /// Demands `ds:DigestMethod` with SHA-256. Throws S003, S011.
    static func readDigestMethod(_ element: Element) throws(Refusal) {
        let method = try StrictElement(element, "DigestMethod", attributes: ["Algorithm"])
        guard try method.required("Algorithm") == SignatureNames.sha256 else { throw Refusal(SignatureCode.algorithm, at: element.place) }
        try method.requireEmpty()
    }

    /// Reads `ds:DigestValue` of 32 bytes. Throws S011, D012.
    static func readDigestValue(_ element: Element) throws(Refusal) -> [UInt8] {
        let digest = try StrictElement(element, "DigestValue").base64()
        guard digest.count == Digest.sha256Length else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "found=\(digest.count) bytes expected=32")
        }
        return digest
    }
}
