import CLibXML2

/// Which nodes belong to the part that is canonicalized: those at or under `target` and not at or under `excluded`.
/// libxml2 asks for every element, attribute, namespace and text; asking an XPath node set instead would be quadratic.
final class SubtreeView {
    private let target: xmlNodePtr
    private let excluded: xmlNodePtr?
    /// libxml2 asks about the attributes and texts of one element in a row.
    private var lastElement: xmlNodePtr?
    private var lastAnswer = false

    init(target: xmlNodePtr, excluded: xmlNodePtr?) {
        self.target = target
        self.excluded = excluded
    }

    static let callback: xmlC14NIsVisibleCallback = { context, node, parent in
        guard let context, let node else { return 0 }
        let view = Unmanaged<SubtreeView>.fromOpaque(context).takeUnretainedValue()
        // Attributes, namespaces and texts are seen exactly when their element is. A namespace has no parent of its own,
        // so only the element libxml2 names beside it counts.
        let element = node.pointee.type == XML_ELEMENT_NODE ? node : parent
        return view.shows(element) ? 1 : 0
    }

    private func shows(_ element: xmlNodePtr?) -> Bool {
        guard let element, element.pointee.type == XML_ELEMENT_NODE else { return false }
        if element == lastElement { return lastAnswer }
        lastElement = element
        lastAnswer = isInside(element)
        return lastAnswer
    }

    /// At most as many steps as the document is deep.
    private func isInside(_ element: xmlNodePtr) -> Bool {
        var isInside = false
        var next: xmlNodePtr? = element
        while let ancestor = next {
            if ancestor == excluded { return false }
            if ancestor == target { isInside = true }
            next = ancestor.pointee.parent
        }
        return isInside
    }
}
