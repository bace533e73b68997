/// Judges a document's first bytes: only UTF-8 and XML 1.0 pass. libxml2 by itself takes UTF-7, UTF-16, EBCDIC
/// and version 1.9, and what one reader takes and another does not is a way around a signature.
struct PrologCheck {
    /// How far a declaration may reach.
    static let maximumBytes = 256

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        self.at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Returns where the content after byte order mark and declaration begins.
    static func contentStart(of bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Int {
        var check = PrologCheck(bytes)
        try check.run()
        return check.at
    }

    private mutating func run() throws(Refusal) {
        guard at < bytes.count else { throw Refusal(DocumentCode.notWellFormed, at: place, detail: "empty") }
        guard bytes[at] == Ascii.less || Ascii.isSpace(bytes[at]) else { throw refusal("first byte") }
        guard at + 1 >= bytes.count || bytes[at + 1] != 0 else { throw refusal("UTF-16") }
        guard has("<?xml"), at + 5 < bytes.count, Ascii.isSpace(bytes[at + 5]) else { return }
        at += 5
        try declaration()
    }

    /// XMLDecl of XML 1.0, production 23.
    private mutating func declaration() throws(Refusal) {
        guard try attribute("version") == Array("1.0".utf8) else { throw refusal("version") }
        if let encoding = try attribute("encoding") {
            guard encoding.map(Ascii.lowered) == Array("utf-8".utf8) else { throw refusal("encoding") }
        }
        if let standalone = try attribute("standalone") {
            guard standalone == Array("yes".utf8) || standalone == Array("no".utf8) else { throw refusal("standalone") }
        }
        skipSpaces()
        guard has("?>") else { throw refusal("declaration") }
        at += 2
    }

    /// Reads ` name="value"` when it stands next, else stays and returns nil.
    private mutating func attribute(_ name: String) throws(Refusal) -> [UInt8]? {
        let start = at
        skipSpaces()
        guard at > start, has(name) else {
            at = start
            return nil
        }
        at += name.utf8.count
        skipSpaces()
        guard has("=") else { throw refusal("declaration") }
        at += 1
        skipSpaces()
        guard at < bytes.count, bytes[at] == Ascii.quote || bytes[at] == Ascii.apostrophe else { throw refusal("declaration") }
        let quote = bytes[at]
        let value = at + 1
        at = value
        while at < min(bytes.count, Self.maximumBytes), bytes[at] != quote { at += 1 }
        guard at < min(bytes.count, Self.maximumBytes) else { throw refusal("declaration too long") }
        at += 1
        return Array(bytes[value..<(at - 1)])
    }

    private mutating func skipSpaces() {
        while at < min(bytes.count, Self.maximumBytes), Ascii.isSpace(bytes[at]) { at += 1 }
    }

    private func has(_ text: String) -> Bool {
        bytes[at...].starts(with: text.utf8)
    }

    private var place: Place { Place(path: nil, line: 1) }

    private func refusal(_ detail: String) -> Refusal {
        Refusal(DocumentCode.wrongEncoding, at: place, detail: detail)
    }
}
