import CLibXML2
import Glibc

/// Exclusive XML Canonicalization 1.0 without comments (W3C, 18 July 2002), the only canonical form the gateway knows.
///
/// The bytes stream out of libxml2 as they are made. Failing and making nothing are both refused: an empty canonical
/// form has a digest too, and that digest fits every document.
package struct Canonicalizer {
    /// Canonicalizes `element` with everything inside, except `excluding` with everything inside that, in its place in its document.
    /// - `inclusivePrefixes`: prefixes treated as in inclusive canonicalization, `#default` for the default namespace.
    /// - `sink` gets the bytes piece by piece; what it got before a refusal is void.
    ///
    /// Throws D009. Costs one walk over the document, linear in its nodes.
    package static func canonicalize(
        _ element: Element, inclusivePrefixes: [String] = [], excluding: Element? = nil, into sink: (UnsafeRawBufferPointer) -> Void
    ) throws(Refusal) {
        guard excluding != element else { throw Refusal(DocumentCode.canonicalization, at: element.place, detail: "nothing left") }
        let written = withoutActuallyEscaping(sink) { escapable in
            let output = CanonicalOutput(escapable)
            return run(element, inclusivePrefixes, excluding, output) ? output.count : nil
        }
        guard let written else { throw Refusal(DocumentCode.canonicalization, at: element.place, detail: "libxml2 -1") }
        guard written > 0 else { throw Refusal(DocumentCode.canonicalization, at: element.place, detail: "no bytes") }
    }

    /// The same bytes in one array.
    package static func bytes(_ element: Element, inclusivePrefixes: [String] = [], excluding: Element? = nil) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try canonicalize(element, inclusivePrefixes: inclusivePrefixes, excluding: excluding) { bytes.append(contentsOf: $0) }
        return bytes
    }

    private static func run(_ element: Element, _ prefixes: [String], _ excluding: Element?, _ output: CanonicalOutput) -> Bool {
        withExtendedLifetime((output, element.document)) {
            guard let buffer = output.buffer() else { return false }
            let isWhole = excluding == nil && element == element.document.root
            let view = SubtreeView(target: element.node, excluded: excluding?.node)
            let status = withExtendedLifetime(view) {
                withPrefixes(prefixes) { list in
                    xmlC14NExecute(
                        element.document.tree, isWhole ? nil : SubtreeView.callback, Unmanaged.passUnretained(view).toOpaque(),
                        Int32(XML_C14N_EXCLUSIVE_1_0.rawValue), list, 0, buffer)
                }
            }
            let closed = xmlOutputBufferClose(buffer)
            return status >= 0 && closed >= 0
        }
    }

    /// The prefixes as C strings with a null at the end, or null when there are none.
    private static func withPrefixes<Result>(
        _ prefixes: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<xmlChar>?>?) -> Result
    ) -> Result {
        guard !prefixes.isEmpty else { return body(nil) }
        var list: [UnsafeMutablePointer<xmlChar>?] = prefixes.map { xmlStrdup($0) } + [nil]
        defer { for prefix in list { free(prefix) } }
        return list.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }
}
