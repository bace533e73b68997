import Documents

/// Finds signatures anywhere in a document, so that a second one is seen wherever it hides.
enum SignatureSearch {
    /// Every `ds:Signature` in document order.
    static func signatures(in document: Document) -> [Element] {
        var found: [Element] = []
        var pending = [document.root]
        while let next = pending.popLast() {
            if next.is("Signature", in: SignatureNames.ds) { found.append(next) }
            pending.append(contentsOf: next.children.reversed())
        }
        return found
    }

    /// The only signature, when it is the last child element of the root. Throws S001, S002, S013.
    static func only(in document: Document) throws(Refusal) -> Element {
        let found = signatures(in: document)
        guard let signature = found.first else { throw Refusal(SignatureCode.missing, at: document.root.place) }
        guard found.count == 1 else { throw Refusal(SignatureCode.several, at: found[1].place, detail: "found=\(found.count)") }
        guard signature.parent == document.root, document.root.children.last == signature else {
            throw Refusal(SignatureCode.position, at: signature.place)
        }
        return signature
    }
}
