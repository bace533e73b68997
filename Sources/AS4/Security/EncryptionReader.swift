import Documents

/// Reads the children of one element of XML Encryption in the order of the schema, each in its own namespace; whatever else stands there is
/// refused with A065.
struct EncryptionReader {
    private let element: Element
    private var rest: ArraySlice<Element>

    init(_ element: Element) {
        self.element = element
        rest = element.children[...]
    }

    mutating func optional(_ name: String, in namespace: String) -> Element? {
        guard let next = rest.first, next.is(name, in: namespace) else { return nil }
        rest.removeFirst()
        return next
    }

    mutating func required(_ name: String, in namespace: String) throws(EBMSError) -> Element {
        guard let next = optional(name, in: namespace) else {
            throw EBMSError(.encryptionStructure, at: (rest.first ?? element).place, detail: "\(name) expected")
        }
        return next
    }

    func end() throws(EBMSError) {
        if let next = rest.first { throw EBMSError(.encryptionStructure, at: next.place) }
    }
}
