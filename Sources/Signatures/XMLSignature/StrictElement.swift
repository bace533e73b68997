import Documents

/// Reads one element of a signature the strict way: expected name, expected attributes, nothing in between.
struct StrictElement {
    let element: Element

    /// Takes `element` when it has this name and no attribute but `attributes`. Throws S011 at its place.
    init(_ element: Element, _ name: String, in namespace: String = SignatureNames.ds, attributes: Set<String> = []) throws(Refusal) {
        guard element.is(name, in: namespace) else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "expected=\(name)")
        }
        let unexpected = element.attributeNames.first { $0.namespace != nil || !attributes.contains($0.name) }
        guard unexpected == nil else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "unexpected attribute of \(name)")
        }
        self.element = element
    }

    /// The child elements. Throws S011 when text, a comment or the like stands between them.
    func children() throws(Refusal) -> [Element] {
        guard element.hasOnlyElements else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "text or comment between elements")
        }
        return element.children
    }

    /// Throws S011 when anything but white space stands inside.
    func requireEmpty() throws(Refusal) {
        guard try children().isEmpty else { throw Refusal(SignatureCode.structure, at: element.place, detail: "expected=empty") }
    }

    /// An attribute that must be there. Throws S011.
    func required(_ name: String) throws(Refusal) -> String {
        guard let value = element.attribute(name) else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "missing attribute \(name)")
        }
        return value
    }

    /// The bytes of a Base64 text. Throws D012 for a comment or element inside, S011 for anything not strictly Base64.
    func base64() throws(Refusal) -> [UInt8] {
        guard let bytes = Base64.decode(try element.text()), !bytes.isEmpty else {
            throw Refusal(SignatureCode.structure, at: element.place, detail: "expected=base64")
        }
        return bytes
    }
}
