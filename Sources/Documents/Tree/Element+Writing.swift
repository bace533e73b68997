import CLibXML2

/// Changing a document. Views on other elements stay valid; an `IdMap` made before does not know of the change.
extension Element {
    /// Writes `markup` as the last child. Throws D013 when it cannot be written; the document is then unchanged.
    @discardableResult
    package func append(_ markup: Markup) throws(Refusal) -> Element {
        try write(markup) { xmlAddChild(node, $0) }
    }

    /// Writes `markup` before a child of this element. Throws D013 when it cannot be written or `sibling` is no child.
    @discardableResult
    package func insert(_ markup: Markup, before sibling: Element) throws(Refusal) -> Element {
        guard sibling.node.pointee.parent == node else { throw Refusal(DocumentCode.notWritable, at: place, detail: "not a child") }
        return try write(markup) { xmlAddPrevSibling(sibling.node, $0) }
    }

    /// Takes the element out of its document. The root stays: a document without root is none.
    package func remove() {
        guard parent != nil else { return }
        xmlUnlinkNode(node)
        document.keep(removed: node)
    }

    /// Writes or replaces an attribute; a prefix must be declared at or above this element. Throws D013.
    package func setAttribute(_ qualifiedName: String, _ value: String) throws(Refusal) {
        try MarkupWriter.setAttribute(qualifiedName, value, on: node, in: document.tree)
    }

    private func write(_ markup: Markup, link: (xmlNodePtr) -> xmlNodePtr?) throws(Refusal) -> Element {
        let written = try MarkupWriter.node(markup, in: document.tree, under: node, link: link)
        return Element(document: document, node: written)
    }
}
