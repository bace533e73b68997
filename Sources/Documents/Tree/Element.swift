import CLibXML2

/// A view on one element. Keeps its document alive; two views are equal when they show the same node.
package struct Element: Equatable {
    /// The document it belongs to.
    package let document: Document
    let node: xmlNodePtr

    init(document: Document, node: xmlNodePtr) {
        self.document = document
        self.node = node
    }

    /// Same node, not same content.
    package static func == (left: Element, right: Element) -> Bool {
        left.node == right.node
    }

    /// Local name.
    package var name: String { NodeText.string(node.pointee.name) ?? "" }
    /// Namespace name, or `nil` for none.
    package var namespace: String? { NodeText.namespace(node.pointee.ns) }
    /// Prefix as written, or `nil` for none. Means nothing by itself.
    package var prefix: String? { node.pointee.ns.flatMap { NodeText.string($0.pointee.prefix) } }
    /// Where it stands.
    package var place: Place { NodePlace.of(node) }

    /// The element around it; `nil` for the root and for an element taken out of its document.
    package var parent: Element? {
        guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return Element(document: document, node: parent)
    }

    /// All child elements in order; texts and comments are not among them.
    package var children: [Element] {
        var children: [Element] = []
        var next = xmlFirstElementChild(node)
        while let child = next {
            children.append(Element(document: document, node: child))
            next = xmlNextElementSibling(child)
        }
        return children
    }

    /// Child elements of this name, in order.
    package func children(_ name: String, in namespace: String) -> [Element] {
        var children: [Element] = []
        var next = xmlFirstElementChild(node)
        while let child = next {
            if NodeText.matches(child, name, namespace) { children.append(Element(document: document, node: child)) }
            next = xmlNextElementSibling(child)
        }
        return children
    }

    /// First child element of this name.
    package func child(_ name: String, in namespace: String) -> Element? {
        var next = xmlFirstElementChild(node)
        while let child = next {
            if NodeText.matches(child, name, namespace) { return Element(document: document, node: child) }
            next = xmlNextElementSibling(child)
        }
        return nil
    }

    /// The only child element of this name. Throws D015 at this element when there is none, or several.
    package func only(_ name: String, in namespace: String) throws(Refusal) -> Element {
        let found = children(name, in: namespace)
        guard let only = found.first, found.count == 1 else {
            throw Refusal(DocumentCode.childCount, at: place, detail: "\(name): \(found.count)")
        }
        return only
    }

    /// True for this local name in this namespace.
    package func `is`(_ name: String, in namespace: String) -> Bool {
        NodeText.matches(node, name, namespace)
    }

    /// Value of an attribute, or `nil` when it is not there. Attributes without prefix have no namespace.
    package func attribute(_ name: String, in namespace: String? = nil) -> String? {
        var next = node.pointee.properties
        while let attribute = next {
            if NodeText.matches(attribute, name, namespace) { return NodeText.value(of: attribute) }
            next = attribute.pointee.next
        }
        return nil
    }

    /// Names of all attributes in order; namespace declarations are not among them.
    package var attributeNames: [QualifiedName] {
        var names: [QualifiedName] = []
        var next = node.pointee.properties
        while let attribute = next {
            names.append(QualifiedName(NodeText.string(attribute.pointee.name) ?? "", in: NodeText.namespace(attribute.pointee.ns)))
            next = attribute.pointee.next
        }
        return names
    }

    /// Namespace that a prefix (or `nil`, the default) stands for at this element: for names inside values, such as `env:Sender`.
    package func namespace(of prefix: String?) -> String? {
        let found = if let prefix { xmlSearchNs(document.tree, node, prefix) } else { xmlSearchNs(document.tree, node, nil) }
        return NodeText.namespace(found)
    }

    /// All of its text, CDATA included. Throws D012 when anything else stands inside, a comment too: a reader that takes only the
    /// first piece of text would see another value than the one that was signed.
    package func text() throws(Refusal) -> String {
        try NodeText.text(inside: node)
    }
}

@available(*, unavailable)
extension Element: Sendable {}
