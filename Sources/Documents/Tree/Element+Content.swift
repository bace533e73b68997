import CLibXML2

extension Element {
    /// True when besides child elements only white space stands inside: no other text, CDATA section, comment or the like.
    /// Structures such as a signature are read by their elements; what stands between them would be passed over in silence.
    package var hasOnlyElements: Bool {
        var next = node.pointee.children
        while let piece = next {
            switch piece.pointee.type {
            case XML_ELEMENT_NODE: break
            case XML_TEXT_NODE where xmlIsBlankNode(piece) == 1: break
            default: return false
            }
            next = piece.pointee.next
        }
        return true
    }
}
