import CLibXML2

/// The place of a node in its tree. Walks siblings: meant for refusals, not for every node.
enum NodePlace {
    static func of(_ node: xmlNodePtr) -> Place {
        var steps: [String] = []
        var next: xmlNodePtr? = node
        while let element = next, element.pointee.type == XML_ELEMENT_NODE {
            steps.append(step(element))
            next = element.pointee.parent
        }
        return Place(path: "/" + steps.reversed().joined(separator: "/"), line: line(of: node))
    }

    /// The tree keeps lines in 16 bits; the last value stands for "further down".
    static func line(of node: xmlNodePtr) -> Int? {
        let line = Int(node.pointee.line)
        return line > 0 && line < 65_535 ? line : nil
    }

    private static func step(_ element: xmlNodePtr) -> String {
        let name = shownName(element)
        guard element.pointee.parent?.pointee.type == XML_ELEMENT_NODE else { return name }
        let before = peers(of: element, shownAs: name) { xmlPreviousElementSibling($0) }
        guard before > 0 || peers(of: element, shownAs: name, { xmlNextElementSibling($0) }) > 0 else { return name }
        return "\(name)[\(before + 1)]"
    }

    /// The siblings on one side that the path would show alike. A star stands for any element, so all of them count for it.
    private static func peers(of element: xmlNodePtr, shownAs name: String, _ neighbour: (xmlNodePtr) -> xmlNodePtr?) -> Int {
        var count = 0
        var next = neighbour(element)
        while let other = next {
            let isPeer =
                name == PlaceName.unknown
                || xmlStrEqual(other.pointee.name, element.pointee.name) == 1
                    && xmlStrEqual(other.pointee.ns?.pointee.href, element.pointee.ns?.pointee.href) == 1
            if isPeer { count += 1 }
            next = neighbour(other)
        }
        return count
    }

    private static func shownName(_ element: xmlNodePtr) -> String {
        PlaceName.shown(NodeText.string(element.pointee.name) ?? "", in: element.pointee.ns.flatMap { NodeText.string($0.pointee.href) })
    }
}
