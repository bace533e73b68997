import Documents

/// Reads the children of one header element in the order of the schema; whatever else stands there is refused.
struct HeaderReader {
    private let element: Element
    private var rest: ArraySlice<Element>
    private let namespace: String

    init(_ element: Element, namespace: String = Namespace.ebms) {
        self.element = element
        self.rest = element.children[...]
        self.namespace = namespace
    }

    /// The next child, when it has this name.
    mutating func optional(_ name: String) -> Element? {
        guard let next = rest.first, next.is(name, in: namespace) else { return nil }
        rest.removeFirst()
        return next
    }

    /// The next child, which must have this name. Throws A024 when it is missing, A023 when another stands in its place.
    mutating func required(_ name: String) throws(EBMSError) -> Element {
        if let next = optional(name) { return next }
        guard let next = rest.first, rest.contains(where: { $0.is(name, in: namespace) }) else {
            throw EBMSError(.missingElement, at: element.place, detail: name)
        }
        throw EBMSError(.unexpectedElement, at: next.place, detail: "\(name) expected")
    }

    /// All next children of this name. Throws A028 for more than any honest header has: what follows is done for each of them, and before
    /// anybody has proved who sent them.
    mutating func repeated(_ name: String, atMost most: Int = InboundLimits.mostProperties) throws(EBMSError) -> [Element] {
        var found: [Element] = []
        while let next = optional(name) {
            guard found.count < most else { throw EBMSError(.value, at: next.place, detail: "more than \(most)") }
            found.append(next)
        }
        return found
    }

    /// Throws A023 when children are left.
    func end() throws(EBMSError) {
        if let next = rest.first { throw EBMSError(.unexpectedElement, at: next.place) }
    }
}

/// Values of the header.
enum HeaderValue {
    /// Longest value of the header, in characters.
    static let maximumLength = 1024

    /// The text of an element without white space around it, which senders that indent put there. Throws A028 when it is empty, too
    /// long or has control characters, D012 when it is not plain text.
    static func text(_ element: Element) throws(EBMSError) -> String {
        let text = try answering(.invalidHeader) { () throws(Refusal) in try element.text() }
        let trimmed = trimmed(text)
        try check(trimmed, at: element.place)
        return trimmed
    }

    /// XML white space removed at both ends, and no other.
    private static func trimmed(_ text: String) -> String {
        let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(scalars[first...last])
    }

    /// An attribute's value, or nil when it is absent. Throws A028.
    static func attribute(_ name: String, of element: Element) throws(EBMSError) -> String? {
        guard let value = element.attribute(name) else { return nil }
        try check(value, at: element.place)
        return value
    }

    /// `place` is a closure: finding it costs more than the check.
    static func check(_ value: String, at place: @autoclosure () -> Place) throws(EBMSError) {
        guard !value.isEmpty, value.utf8.count <= maximumLength, value.unicodeScalars.allSatisfy(isPrintable) else {
            throw EBMSError(.value, at: place())
        }
    }

    /// Not a control or a format character: the latter hide or reorder what an operator reads.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return false
        default: return true
        }
    }
}
