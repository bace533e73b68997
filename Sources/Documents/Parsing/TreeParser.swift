import CLibXML2

/// Builds libxml2's tree from bytes that passed the checks before. One parser per document.
enum TreeParser {
    /// Nothing else may be set: NOENT would switch substitution on, NOBLANKS would break signatures, HUGE the limits.
    private static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

    static func tree(of bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits) throws(Refusal) -> xmlDocPtr {
        guard let size = Int32(exactly: bytes.count) else { throw Refusal(DocumentCode.tooLarge) }
        guard let parser = xmlNewParserCtxt() else { throw Refusal(DocumentCode.notWellFormed, detail: "no parser") }
        defer { xmlFreeParserCtxt(parser) }
        let watch = ParseWatch(limits: limits)
        let tree = withExtendedLifetime(watch) {
            watch.attach(to: parser)
            return bytes.withMemoryRebound(to: CChar.self) { xmlCtxtReadMemory(parser, $0.baseAddress, size, nil, nil, options) }
        }
        let place = Place(path: nil, line: watch.line)
        guard let tree else {
            throw Refusal(watch.veto ?? .notWellFormed, at: place, detail: watch.errorNumber.map { "libxml2 \($0)" })
        }
        if let code = watch.veto ?? fault(parser, tree, consumed: bytes.count) {
            xmlFreeDoc(tree)
            throw Refusal(code, at: place, detail: watch.errorNumber.map { "libxml2 \($0)" })
        }
        return tree
    }

    private static func fault(_ parser: xmlParserCtxtPtr, _ tree: xmlDocPtr, consumed: Int) -> DocumentCode? {
        guard tree.pointee.intSubset == nil, tree.pointee.extSubset == nil else { return .documentType }
        guard parser.pointee.wellFormed == 1, parser.pointee.nsWellFormed == 1, parser.pointee.errNo == 0,
            xmlByteConsumed(parser) == consumed, xmlDocGetRootElement(tree) != nil
        else { return .notWellFormed }
        return nil
    }
}
