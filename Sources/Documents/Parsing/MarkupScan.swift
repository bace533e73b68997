import Glibc

/// One linear pass over the bytes that refuses what libxml2 must never see: DOCTYPE, processing instructions,
/// entities, and anything beyond the limits. It is stricter than the grammar where it matters and leaves the rest
/// (characters of names, duplicate attributes, namespaces) to libxml2, which reads the same bytes afterwards.
/// Whatever it does not understand it refuses, so that there is no text the two read differently.
struct MarkupScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let base: UnsafePointer<UInt8>
    private let limits: DocumentLimits
    private var at: Int
    private var nodes = 0
    private var hasRoot = false
    private var openNames: [Range<Int>] = []
    private var openNamespaces: [Int] = []
    private var namespacesInScope = 0

    static func check(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limits: DocumentLimits) throws(Refusal) {
        guard let base = bytes.baseAddress else { throw Refusal(DocumentCode.notWellFormed, detail: "empty") }
        var scan = MarkupScan(bytes: bytes, base: base, limits: limits, at: start)
        while scan.at < bytes.count {
            if bytes[scan.at] == Ascii.less { try scan.markup() } else { try scan.text() }
        }
        guard scan.hasRoot, scan.openNames.isEmpty else { throw scan.malformed("unclosed element") }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, limits: DocumentLimits, at: Int) {
        self.bytes = bytes
        self.base = base
        self.limits = limits
        self.at = at
    }

    // MARK: Pieces

    private mutating func markup() throws(Refusal) {
        guard at + 1 < bytes.count else { throw malformed("end") }
        switch bytes[at + 1] {
        case Ascii.slash: try endTag()
        case Ascii.exclamation: try declaration()
        case Ascii.question:
            let declaration = has("<?xml") && at + 5 < bytes.count && Ascii.isSpace(bytes[at + 5])
            throw Refusal(
                declaration ? .wrongEncoding : DocumentCode.processingInstruction, at: place,
                detail: declaration ? "declaration not first" : nil)
        default: try startTag()
        }
    }

    private mutating func declaration() throws(Refusal) {
        if has("<!--") {
            guard limits.allowsComments else { throw Refusal(DocumentCode.comment, at: place) }
            try section(open: 4, close: "--")
            guard at < bytes.count, bytes[at] == Ascii.greater else { throw malformed("comment") }
            at += 1
        } else if has("<![CDATA["), !openNames.isEmpty {
            try section(open: 9, close: "]]>")
        } else if has("<!DOCTYPE") {
            throw Refusal(DocumentCode.documentType, at: place)
        } else {
            throw malformed("markup")
        }
    }

    private mutating func section(open: Int, close: StaticString) throws(Refusal) {
        let start = at + open
        var end = start
        while true {
            guard let found = find(close.utf8Start.pointee, from: end, to: bytes.count) else { throw malformed("unclosed section") }
            end = found
            if has(close, at: end) { break }
            end += 1
        }
        guard end - start <= limits.maximumTextBytes else { throw beyond("text bytes") }
        try count(1)
        at = end + close.utf8CodeUnitCount
    }

    private mutating func text() throws(Refusal) {
        let end = find(Ascii.less, from: at, to: bytes.count) ?? bytes.count
        if openNames.isEmpty {
            guard bytes[at..<end].allSatisfy(Ascii.isSpace) else { throw malformed("text outside the root") }
        } else {
            guard end - at <= limits.maximumTextBytes else { throw beyond("text bytes") }
            try count(1)
            try references(at, end)
        }
        at = end
    }

    private mutating func endTag() throws(Refusal) {
        guard let open = openNames.last else { throw malformed("end tag") }
        at += 2
        let name = try name()
        skipSpaces()
        guard try next() == Ascii.greater, name.count == open.count,
            memcmp(base + name.lowerBound, base + open.lowerBound, name.count) == 0
        else { throw malformed("end tag") }
        at += 1
        openNames.removeLast()
        namespacesInScope -= openNamespaces.removeLast()
    }

    private mutating func startTag() throws(Refusal) {
        guard !openNames.isEmpty || !hasRoot else { throw malformed("second root") }
        guard openNames.count < limits.maximumDepth else { throw beyond("depth") }
        hasRoot = true
        try count(1)
        at += 1
        openNames.append(try name())
        let namespaces = try attributes()
        namespacesInScope += namespaces
        guard namespacesInScope <= limits.maximumNamespacesInScope else { throw beyond("namespaces in scope") }
        openNamespaces.append(namespaces)
        if bytes[at] == Ascii.slash {
            at += 1
            guard try next() == Ascii.greater else { throw malformed("start tag") }
            openNames.removeLast()
            namespacesInScope -= openNamespaces.removeLast()
        }
        at += 1
    }

    /// Passes all attributes and stands on `/` or `>`. Returns the number of namespace declarations.
    private mutating func attributes() throws(Refusal) -> Int {
        var attributes = 0
        var namespaces = 0
        while true {
            let start = at
            skipSpaces()
            let byte = try next()
            if byte == Ascii.greater || byte == Ascii.slash { return namespaces }
            guard at > start else { throw malformed("start tag") }
            let name = try name()
            if isNamespace(name) {
                namespaces += 1
                guard namespaces <= limits.maximumNamespaces else { throw beyond("namespaces") }
            } else {
                attributes += 1
                guard attributes <= limits.maximumAttributes else { throw beyond("attributes") }
            }
            try count(1)
            try value()
        }
    }

    private mutating func value() throws(Refusal) {
        skipSpaces()
        guard try next() == Ascii.equals else { throw malformed("attribute") }
        at += 1
        skipSpaces()
        let quote = try next()
        guard quote == Ascii.quote || quote == Ascii.apostrophe else { throw malformed("attribute") }
        at += 1
        guard let end = find(quote, from: at, to: bytes.count) else { throw malformed("attribute") }
        guard end - at <= limits.maximumAttributeBytes else { throw beyond("attribute bytes") }
        guard find(Ascii.less, from: at, to: end) == nil else { throw malformed("attribute") }
        try references(at, end)
        at = end + 1
    }

    /// Only characters by number and the five entities of XML itself: a document without DTD has no others.
    private mutating func references(_ start: Int, _ end: Int) throws(Refusal) {
        var from = start
        while let ampersand = find(Ascii.ampersand, from: from, to: end) {
            guard let semicolon = find(Ascii.semicolon, from: ampersand, to: min(end, ampersand + Self.referenceBytes)) else {
                throw malformed("reference")
            }
            let name = bytes[(ampersand + 1)..<semicolon]
            guard name.first == UInt8(ascii: "#") || Self.entities.contains(where: { name.elementsEqual($0.utf8) }) else {
                throw malformed("entity reference")
            }
            try count(1)
            from = semicolon + 1
        }
    }

    private static let entities = ["amp", "lt", "gt", "quot", "apos"]
    /// A number may have leading zeros, but not without end.
    private static let referenceBytes = 64

    // MARK: Bytes

    private mutating func name() throws(Refusal) -> Range<Int> {
        let start = at
        while at < bytes.count, !Ascii.endsName(bytes[at]) { at += 1 }
        guard at > start else { throw malformed("name") }
        guard at - start <= limits.maximumNameBytes else { throw beyond("name bytes") }
        return start..<at
    }

    private func isNamespace(_ name: Range<Int>) -> Bool {
        guard name.count >= 5, memcmp(base + name.lowerBound, "xmlns", 5) == 0 else { return false }
        return name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":")
    }

    private mutating func skipSpaces() {
        while at < bytes.count, Ascii.isSpace(bytes[at]) { at += 1 }
    }

    private func next() throws(Refusal) -> UInt8 {
        guard at < bytes.count else { throw malformed("end") }
        return bytes[at]
    }

    private func has(_ text: StaticString) -> Bool {
        has(text, at: at)
    }

    private func has(_ text: StaticString, at offset: Int) -> Bool {
        bytes.count - offset >= text.utf8CodeUnitCount && memcmp(base + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private func find(_ byte: UInt8, from: Int, to: Int) -> Int? {
        guard from < to, let found = memchr(base + from, Int32(byte), to - from) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private mutating func count(_ more: Int) throws(Refusal) {
        nodes += more
        guard nodes <= limits.maximumNodes else { throw beyond("nodes") }
    }

    // MARK: Refusals

    private var place: Place {
        let names = openNames.map { PlaceName.shown(tag: bytes[$0]) }
        let line = 1 + bytes[..<min(at, bytes.count)].count { $0 == Ascii.newline }
        return Place(path: names.isEmpty ? nil : "/" + names.joined(separator: "/"), line: line)
    }

    private func malformed(_ what: String) -> Refusal {
        Refusal(DocumentCode.notWellFormed, at: place, detail: what)
    }

    private func beyond(_ limit: String) -> Refusal {
        Refusal(DocumentCode.limit, at: place, detail: limit)
    }
}
