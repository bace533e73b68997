import Documents

/// Writes a `ds:Signature` into a document and signs it there. Used for business messages and for WS-Security headers.
///
/// The digests in the references are the caller's; this type makes SignedInfo, its canonical form, the value and KeyInfo.
package struct SignatureWriter: Sendable {
    /// The signing key.
    package let key: any MessageKey
    /// What stands inside `ds:KeyInfo`: `ds:X509Data`, or `wsse:SecurityTokenReference`. It may use the prefix `ds`.
    package let keyInfo: Markup
    /// `Id` of the signature; nil for none.
    package var id: String?
    /// `ds:Object` elements, complete. References to what is inside are digested between ``begin(in:)`` and ``finish(_:references:)``.
    package var objects: [Markup] = []

    /// Makes a writer for a signature without Id and objects.
    package init(key: any MessageKey, keyInfo: Markup) {
        self.key = key
        self.keyInfo = keyInfo
    }

    /// Appends a complete signature as the last child of `parent` and answers it. Throws D013, D009, K007.
    @discardableResult
    package func write(_ references: [SignedReference], into parent: Element) throws(Refusal) -> Element {
        let signature = try begin(in: parent)
        try finish(signature, references: references)
        return signature
    }

    /// Appends `ds:Signature` with the objects only, so that they can be digested in their place. Throws D013.
    package func begin(in parent: Element) throws(Refusal) -> Element {
        try parent.append(
            Markup("ds:Signature", namespaces: ["ds": SignatureNames.ds], attributes: id.map { [("Id", $0)] } ?? [], children: objects))
    }

    /// Puts SignedInfo, SignatureValue and KeyInfo before the objects of a signature begun here. Throws D013, D009, K007; the
    /// document then holds an unfinished signature and must not be sent.
    package func finish(_ signature: Element, references: [SignedReference]) throws(Refusal) {
        let object = signature.children.first
        let signedInfo = try insert(signedInfo(references), into: signature, before: object)
        let value = try key.sign(try Canonicalizer.bytes(signedInfo))
        _ = try insert(Markup("ds:SignatureValue", text: Base64.encode(value)), into: signature, before: object)
        _ = try insert(Markup("ds:KeyInfo", children: [keyInfo]), into: signature, before: object)
    }

    private func signedInfo(_ references: [SignedReference]) -> Markup {
        let canonicalization = Markup(
            "ds:CanonicalizationMethod", attributes: [("Algorithm", SignatureNames.exclusiveCanonicalization)])
        let method = Markup("ds:SignatureMethod", attributes: [("Algorithm", key.algorithm.uri)])
        return Markup("ds:SignedInfo", children: [canonicalization, method] + references.map(\.markup))
    }

    private func insert(_ markup: Markup, into signature: Element, before object: Element?) throws(Refusal) -> Element {
        if let object { return try signature.insert(markup, before: object) }
        return try signature.append(markup)
    }
}
