import CLibXML2

/// Writes value trees into libxml2's tree, checking what libxml2 would write without a question: names, characters, prefixes.
enum MarkupWriter {
    /// Makes the node for `markup`, links it by `link` and fills it. On failure nothing stays linked and nothing leaks.
    static func node(
        _ markup: Markup, in tree: xmlDocPtr, under parent: xmlNodePtr, link: (xmlNodePtr) -> xmlNodePtr?
    ) throws(Refusal) -> xmlNodePtr {
        let (prefix, local) = try XMLCharacters.split(markup.qualifiedName)
        guard let node = xmlNewDocNode(tree, nil, local, nil) else { throw unwritable("element") }
        do {
            try declare(markup.namespaces, on: node)
            // Namespaces above are found through the parent; the place among its children is taken only when all is well.
            node.pointee.parent = parent
            xmlSetNs(node, try namespace(prefix, at: node, in: tree, isAttribute: false))
            for attribute in markup.attributes { try setAttribute(attribute.qualifiedName, attribute.value, on: node, in: tree) }
            for content in markup.content { try write(content, into: node, in: tree) }
        } catch {
            node.pointee.parent = nil
            xmlFreeNode(node)
            throw error
        }
        node.pointee.parent = nil
        _ = link(node)
        return node
    }

    static func setAttribute(_ qualifiedName: String, _ value: String, on node: xmlNodePtr, in tree: xmlDocPtr) throws(Refusal) {
        let (prefix, local) = try XMLCharacters.split(qualifiedName)
        guard prefix != "xmlns", qualifiedName != "xmlns" else { throw unwritable("namespace as attribute") }
        try XMLCharacters.check(text: value)
        let written =
            if prefix.isEmpty {
                xmlSetNsProp(node, nil, local, value)
            } else {
                xmlSetNsProp(node, try namespace(prefix, at: node, in: tree, isAttribute: true), local, value)
            }
        guard written != nil else { throw unwritable("attribute") }
    }

    private static func write(_ content: Markup.Content, into node: xmlNodePtr, in tree: xmlDocPtr) throws(Refusal) {
        switch content {
        case .element(let child):
            _ = try Self.node(child, in: tree, under: node) { xmlAddChild(node, $0) }
        case .text(let text):
            guard !text.isEmpty else { return }
            try XMLCharacters.check(text: text)
            guard let piece = xmlNewDocText(tree, text), xmlAddChild(node, piece) != nil else { throw unwritable("text") }
        }
    }

    private static func declare(_ namespaces: [String: String], on node: xmlNodePtr) throws(Refusal) {
        for (prefix, uri) in namespaces.sorted(by: { $0.key < $1.key }) {
            try XMLCharacters.check(text: uri)
            guard prefix.isEmpty || (!uri.isEmpty && !prefix.hasPrefix("xml")) else { throw unwritable("namespace") }
            if !prefix.isEmpty { try XMLCharacters.check(name: prefix) }
            guard (prefix.isEmpty ? xmlNewNs(node, uri, nil) : xmlNewNs(node, uri, prefix)) != nil else { throw unwritable("namespace") }
        }
    }

    /// The declaration in force. No prefix means the default namespace for an element, none for an attribute.
    private static func namespace(_ prefix: String, at node: xmlNodePtr, in tree: xmlDocPtr, isAttribute: Bool) throws(Refusal) -> xmlNsPtr?
    {
        if prefix.isEmpty { return isAttribute ? nil : xmlSearchNs(tree, node, nil) }
        guard let found = xmlSearchNs(tree, node, prefix) else { throw unwritable("prefix \(PlaceName.shown(prefix))") }
        return found
    }

    private static func unwritable(_ what: String) -> Refusal {
        Refusal(DocumentCode.notWritable, detail: what)
    }
}
