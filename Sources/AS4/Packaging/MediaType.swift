/// A Content-Type value: media type and parameters (RFC 2045 5.1).
///
/// Read strictly where a difference between readers could be used against one of them: no parameter twice, no RFC 2231 pieces
/// or charsets. Read leniently where peers are known to be: characters such as `/`, `=` and `<` in unquoted values.
package struct MediaType: Sendable, Equatable {
    /// Type and subtype in lower case, such as `application/soap+xml`.
    package let name: String
    /// Parameters by lower-case name, quotes removed.
    package let parameters: [String: String]

    /// Reads a header value. Throws A001, or A002 for a boundary in RFC 2231 form or given twice.
    package init(parsing text: String) throws(EBMSError) {
        var reader = MediaTypeReader(text)
        guard let type = reader.token(), reader.skip("/"), let subtype = reader.token() else {
            throw EBMSError(.contentType, detail: "type/subtype")
        }
        name = (type + "/" + subtype).lowercased()
        var parameters: [String: String] = [:]
        while let parameter = try reader.parameter() {
            let kind: AS4Code = parameter.name.hasPrefix("boundary") ? .boundary : .contentType
            guard !parameter.name.contains("*") else { throw EBMSError(kind, detail: "RFC 2231 parameter") }
            guard parameters.updateValue(parameter.value, forKey: parameter.name) == nil else {
                throw EBMSError(kind, detail: "parameter twice")
            }
        }
        self.parameters = parameters
    }

    /// True for the types that WS-Security canonicalizes as XML (RFC 7303: text/xml, application/xml, …+xml).
    var isXML: Bool {
        name == "text/xml" || name == "application/xml" || name.hasSuffix("+xml")
    }

    /// Throws A014 when a charset is named and is not UTF-8.
    func requireUTF8() throws(EBMSError) {
        guard let charset = parameters["charset"] else { return }
        guard charset.lowercased() == "utf-8" else { throw EBMSError(.charset) }
    }
}
