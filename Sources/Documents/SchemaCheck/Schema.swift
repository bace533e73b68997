import CLibXML2

/// A compiled XSD 1.0 schema. Compile once, use from any thread: libxml2 only reads it afterwards.
package final class Schema: Sendable {
    private let handle: NativeHandle

    /// Compiles `main` out of a closed table of files. Includes and imports are looked up in the table by the address libxml2 makes of them:
    /// relative to the file that names them, or the address as it stands (so an `http:` address of a well-known schema may be a key).
    /// Names are plain ASCII without spaces.
    /// Throws D011 when it does not compile or asks for anything outside the table; the detail has the file, line and error number.
    package init(main: String, files: [String: [UInt8]]) throws(Refusal) {
        LibXML.prepare()
        let faults = SchemaFaults()
        let (handle, denied) = EntityLoader.serving(files) { Self.compile(main, faults) }
        // libxml2 only warns about an import it cannot find.
        if let missing = denied.first { throw Refusal(DocumentCode.schemaUnusable, detail: "not in the table: \(missing)") }
        guard let handle else { throw Refusal(DocumentCode.schemaUnusable, detail: faults.first ?? main) }
        self.handle = handle
    }

    /// What is wrong with the document, in its order: D010 with place and kind of violation, at most `maximum`. Empty means valid.
    /// Does not change what the document says; the texts of libxml2 are never used, since they quote content.
    package func violations(in document: Document, maximum: Int = 20) -> [Refusal] {
        guard let context = xmlSchemaNewValidCtxt(UnsafeMutablePointer(handle.pointer)) else {
            return [Refusal(.internalFault)]
        }
        defer { xmlSchemaFreeValidCtxt(context) }
        let sink = ViolationSink(maximum: maximum)
        // No XML_SCHEMA_VAL_VC_I_CREATE: default values would be written into the tree that signatures cover.
        let status = withExtendedLifetime((sink, handle, document)) {
            xmlSchemaSetValidStructuredErrors(context, ViolationSink.callback, Unmanaged.passUnretained(sink).toOpaque())
            return xmlSchemaValidateDoc(context, document.tree)
        }
        if status != 0 && sink.violations.isEmpty {
            return [Refusal(.internalFault, at: document.root.place)]
        }
        return sink.violations
    }

    private static func compile(_ main: String, _ faults: SchemaFaults) -> NativeHandle? {
        guard let parser = xmlSchemaNewParserCtxt(main) else { return nil }
        defer { xmlSchemaFreeParserCtxt(parser) }
        return withExtendedLifetime(faults) {
            xmlSchemaSetParserStructuredErrors(parser, SchemaFaults.callback, Unmanaged.passUnretained(faults).toOpaque())
            return xmlSchemaParse(parser).map { schema in
                NativeHandle(OpaquePointer(schema)) { xmlSchemaFree(UnsafeMutablePointer($0)) }
            }
        }
    }
}
