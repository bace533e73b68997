import CLibXML2

/// The Id attributes of a document, read from the tree by name. What a DTD or the parser calls an ID does not count:
/// libxml2 keeps the first of two equal ones and stays silent, which is how signatures get wrapped.
package struct IdMap {
    /// Namespace of `wsu:Id` (WS-Security utility 1.0).
    package static let utilityNamespace = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"

    private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
    /// Names that some reader somewhere takes for an Id: none of their values may occur twice.
    private static let idLike: [QualifiedName] = [
        QualifiedName("Id"), QualifiedName("ID"), QualifiedName("id"), QualifiedName("Id", in: utilityNamespace),
        QualifiedName("id", in: xmlNamespace),
    ]
    /// Names that a reference may be resolved by.
    private static let referable: [QualifiedName] = [QualifiedName("Id"), QualifiedName("Id", in: utilityNamespace)]

    private let elements: [String: Element]

    init(_ document: Document) throws(Refusal) {
        var seen: Set<String> = []
        var elements: [String: Element] = [:]
        var next: xmlNodePtr? = document.root.node
        while let node = next {
            var attribute = node.pointee.properties
            while let current = attribute {
                if let name = Self.idLike.first(where: { NodeText.matches(current, $0.name, $0.namespace) }) {
                    let value = NodeText.value(of: current)
                    guard seen.insert(value).inserted else { throw Refusal(DocumentCode.duplicateId, at: NodePlace.of(node)) }
                    if Self.referable.contains(name) { elements[value] = Element(document: document, node: node) }
                }
                attribute = current.pointee.next
            }
            next = Self.following(node, within: document.root.node)
        }
        self.elements = elements
    }

    /// The element whose `Id` (no namespace) or `wsu:Id` has this value; `nil` when there is none.
    package func element(_ id: String) -> Element? {
        elements[id]
    }

    /// The next element in document order, without recursion.
    private static func following(_ node: xmlNodePtr, within root: xmlNodePtr) -> xmlNodePtr? {
        if let child = xmlFirstElementChild(node) { return child }
        var current = node
        while current != root {
            if let sibling = xmlNextElementSibling(current) { return sibling }
            guard let parent = current.pointee.parent else { return nil }
            current = parent
        }
        return nil
    }
}
