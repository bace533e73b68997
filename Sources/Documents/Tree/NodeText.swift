import CLibXML2

/// Strings out of libxml2's nodes.
enum NodeText {
    static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
        text.map { String(cString: $0) }
    }

    /// An empty namespace name undoes a default: no namespace.
    static func namespace(_ namespace: xmlNsPtr?) -> String? {
        guard let href = namespace?.pointee.href, href.pointee != 0 else { return nil }
        return String(cString: href)
    }

    static func matches(_ node: xmlNodePtr, _ name: String, _ namespace: String?) -> Bool {
        xmlStrEqual(node.pointee.name, name) == 1 && same(node.pointee.ns, namespace)
    }

    static func matches(_ attribute: xmlAttrPtr, _ name: String, _ namespace: String?) -> Bool {
        xmlStrEqual(attribute.pointee.name, name) == 1 && same(attribute.pointee.ns, namespace)
    }

    private static func same(_ namespace: xmlNsPtr?, _ wanted: String?) -> Bool {
        let href = namespace?.pointee.href
        guard let wanted, !wanted.isEmpty else { return href == nil || href?.pointee == 0 }
        return href != nil && xmlStrEqual(href, wanted) == 1
    }

    static func value(of attribute: xmlAttrPtr) -> String {
        var value = ""
        var next = attribute.pointee.children
        while let piece = next {
            value += string(piece.pointee.content) ?? ""
            next = piece.pointee.next
        }
        return value
    }

    static func text(inside node: xmlNodePtr) throws(Refusal) -> String {
        var text = ""
        var next = node.pointee.children
        while let piece = next {
            guard piece.pointee.type == XML_TEXT_NODE || piece.pointee.type == XML_CDATA_SECTION_NODE else {
                throw Refusal(DocumentCode.notPlainText, at: NodePlace.of(node))
            }
            text += string(piece.pointee.content) ?? ""
            next = piece.pointee.next
        }
        return text
    }
}
