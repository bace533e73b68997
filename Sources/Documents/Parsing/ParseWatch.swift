import CLibXML2

/// Looks over libxml2's shoulder while it builds one tree: keeps the first error as number and line, and stops the
/// parser at what `MarkupScan` should have refused. A veto from a callback leaves a tree that calls itself
/// well-formed, so the veto is kept here and tested afterwards.
final class ParseWatch {
    let limits: DocumentLimits
    private(set) var veto: DocumentCode?
    private(set) var errorNumber: Int?
    private(set) var line: Int?
    private var nodes = 0

    init(limits: DocumentLimits) {
        self.limits = limits
    }

    /// Hangs this watch into a fresh parser. The watch must outlive the parse.
    func attach(to parser: xmlParserCtxtPtr) {
        parser.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        guard let sax = parser.pointee.sax else { return }
        sax.pointee.serror = { context, error in
            guard let error else { return }
            ParseWatch.of(context)?.note(error.pointee)
        }
        sax.pointee.internalSubset = { context, _, _, _ in ParseWatch.stop(context, .documentType) }
        sax.pointee.processingInstruction = { context, _, _ in ParseWatch.stop(context, .processingInstruction) }
        sax.pointee.reference = { context, _ in ParseWatch.stop(context, .notWellFormed) }
        sax.pointee.startElementNs = { context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaulted, attributes in
            guard let watch = ParseWatch.of(context) else { return }
            guard watch.admits(context, namespaces: Int(namespaceCount), attributes: Int(attributeCount), defaulted: Int(defaulted)) else {
                return ParseWatch.stop(context, .limit)
            }
            xmlSAX2StartElementNs(context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaulted, attributes)
        }
    }

    private func admits(_ context: UnsafeMutableRawPointer?, namespaces: Int, attributes: Int, defaulted: Int) -> Bool {
        guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return false }
        nodes += 1 + namespaces + attributes
        return parser.pointee.nameNr < limits.maximumDepth && namespaces <= limits.maximumNamespaces && defaulted == 0
            && attributes <= limits.maximumAttributes && nodes <= limits.maximumNodes
    }

    private func note(_ error: xmlError) {
        guard errorNumber == nil, error.level != XML_ERR_WARNING else { return }
        errorNumber = Int(error.code)
        line = Int(error.line)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> ParseWatch? {
        guard let owner = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return nil }
        return Unmanaged<ParseWatch>.fromOpaque(owner).takeUnretainedValue()
    }

    private static func stop(_ context: UnsafeMutableRawPointer?, _ code: DocumentCode) {
        if let watch = of(context), watch.veto == nil {
            watch.veto = code
            watch.line = Int(xmlSAX2GetLineNumber(context))
        }
        xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
}
