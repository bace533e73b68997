import CLibXML2
import CShim

/// Owns one XML tree.
///
/// Not Sendable: one task holds it inside one synchronous call, because libxml2 trees are not safe to share.
/// Elements keep their document alive, and an element taken out stays readable until the document goes.
package final class Document {
    let tree: xmlDocPtr
    /// Nodes taken out of the tree; freed with it, so that no `Element` ever points at freed memory.
    private var removed: [xmlNodePtr] = []
    private let rootNode: xmlNodePtr

    /// Takes over `tree`.
    private init(tree: xmlDocPtr, root: xmlNodePtr) {
        self.tree = tree
        self.rootNode = root
    }

    deinit {
        // Before the tree: their names may live in its dictionary.
        for node in removed { xmlFreeNode(node) }
        xmlFreeDoc(tree)
    }

    /// Reads bytes in the only order that is safe: size, first bytes, UTF-8, limits and forbidden markup, and only then the tree.
    /// Throws D001–D007 and D014. Costs time linear in the bytes.
    package static func parse(_ bytes: [UInt8], limits: DocumentLimits = .message) throws(Refusal) -> Document {
        LibXML.prepare()
        guard bytes.count <= limits.maximumBytes else {
            throw Refusal(DocumentCode.tooLarge, detail: "\(bytes.count) > \(limits.maximumBytes) bytes")
        }
        let start = try bytes.withUnsafeBufferPointer { buffer throws(Refusal) in try PrologCheck.contentStart(of: buffer) }
        try TextCheck.check(bytes)
        return try bytes.withUnsafeBufferPointer { buffer throws(Refusal) in
            try MarkupScan.check(buffer, from: start, limits: limits)
            return try Document(reading: buffer, limits: limits)
        }
    }

    /// The last step of parsing alone; the bytes have passed the steps before.
    convenience init(reading bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits) throws(Refusal) {
        let tree = try TreeParser.tree(of: bytes, limits: limits)
        guard let root = xmlDocGetRootElement(tree) else {
            xmlFreeDoc(tree)
            throw Refusal(DocumentCode.notWellFormed)
        }
        self.init(tree: tree, root: root)
    }

    /// Builds a document from a value tree. Throws D013 when a name, character or prefix cannot be written.
    package convenience init(_ root: Markup) throws(Refusal) {
        LibXML.prepare()
        guard let tree = xmlNewDoc("1.0") else { throw Refusal(DocumentCode.notWritable, detail: "no document") }
        do {
            let node = try MarkupWriter.node(root, in: tree, under: UnsafeMutableRawPointer(tree).assumingMemoryBound(to: xmlNode.self)) {
                xmlDocSetRootElement(tree, $0)
            }
            self.init(tree: tree, root: node)
        } catch {
            xmlFreeDoc(tree)
            throw error
        }
    }

    /// The root element.
    package var root: Element { Element(document: self, node: rootNode) }

    /// The document as UTF-8 with XML declaration and a final newline, otherwise as it stands: nothing is indented or rewritten,
    /// so that signatures inside survive. Throws D013 when libxml2 cannot write it.
    package func serialized() throws(Refusal) -> [UInt8] {
        var memory: UnsafeMutablePointer<xmlChar>?
        var size: Int32 = 0
        xmlDocDumpMemoryEnc(tree, &memory, &size, "UTF-8")
        guard let memory, size > 0 else { throw Refusal(DocumentCode.notWritable, detail: "serialization") }
        defer { sluss_xml_free(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(size)))
    }

    /// The Id attributes of the whole document as they are now. Throws D008 when a value is used twice.
    package func idMap() throws(Refusal) -> IdMap {
        try IdMap(self)
    }

    func keep(removed node: xmlNodePtr) {
        removed.append(node)
    }
}

@available(*, unavailable)
extension Document: Sendable {}
