/// Splits a multipart body at its delimiters (RFC 2046 5.1.1), strictly: a delimiter is CRLF, two dashes, the boundary, then a line
/// end. What only looks like one (a longer boundary, bare line ends) is content. Contents are not read into memory, only passed over.
struct MultipartReader {
    private var window: SourceWindow
    private let dashedBoundary: [UInt8]
    private let limits: InboundLimits

    /// Throws A002 for a boundary that RFC 2046 does not allow.
    init(_ body: any ByteSource, boundary: String?, limits: InboundLimits) throws(EBMSError) {
        guard let boundary, (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(Self.isBoundaryCharacter),
            boundary.utf8.last != 0x20
        else { throw EBMSError(.boundary) }
        self.window = SourceWindow(body)
        self.dashedBoundary = Array("--".utf8) + Array(boundary.utf8)
        self.limits = limits
    }

    /// All parts in order. Throws A003–A012, A092.
    mutating func parts(scratch: any ScratchSpace) throws(EBMSError) -> [MIMEPart] {
        var position = try start()
        var parts: [MIMEPart] = []
        while true {
            guard parts.count < limits.parts else { throw EBMSError(.tooManyParts, detail: "over \(limits.parts)") }
            let end = try delimiter(from: position)
            parts.append(try part(position, end, number: parts.count + 1, scratch))
            guard !end.isClosing else { break }
            position = end.after
        }
        return parts
    }

    /// The first part alone; what follows it is not looked at. Throws A003–A012, A092.
    mutating func firstPart(scratch: any ScratchSpace) throws(EBMSError) -> MIMEPart {
        let position = try start()
        return try part(position, try delimiter(from: position), number: 1, scratch)
    }

    private struct Delimiter {
        /// Offset of its CRLF.
        let start: Int
        /// Offset after its line end.
        let after: Int
        let isClosing: Bool
    }

    private mutating func part(
        _ position: Int, _ end: Delimiter, number: Int, _ scratch: any ScratchSpace
    ) throws(EBMSError) -> MIMEPart {
        // A part without header and empty line has its CRLF in common with the delimiter.
        try MIMEPart(&window, position..<max(position, end.start), number: number, limits: limits, scratch: scratch)
    }

    /// Offset of the first part. The body begins with the delimiter; CXF writes an empty line before it.
    private mutating func start() throws(EBMSError) -> Int {
        var position = 0
        while position < 8, try window.has(ByteSearch.lineEnd, at: position) { position += 2 }
        guard try window.has(dashedBoundary, at: position),
            let after = try endOfLine(position + dashedBoundary.count, mayEnd: false)
        else { throw EBMSError(.preamble) }
        return after
    }

    private mutating func delimiter(from position: Int) throws(EBMSError) -> Delimiter {
        let pattern = ByteSearch.lineEnd + dashedBoundary
        var search = position - ByteSearch.lineEnd.count
        while let found = try window.first(pattern, from: search) {
            let after = found + pattern.count
            if let next = try endOfLine(after, mayEnd: false) { return Delimiter(start: found, after: next, isClosing: false) }
            if try window.has(Array("--".utf8), at: after), let end = try endOfLine(after + 2, mayEnd: true) {
                try requireNothing(after: end)
                return Delimiter(start: found, after: end, isClosing: true)
            }
            search = after
        }
        throw EBMSError(.unclosed)
    }

    /// Offset after optional blanks and a line end, or nil when something else stands there.
    private mutating func endOfLine(_ position: Int, mayEnd: Bool) throws(EBMSError) -> Int? {
        let position = try skip(position) { $0 == 0x20 || $0 == 0x09 }
        if try window.has(ByteSearch.lineEnd, at: position) { return position + 2 }
        return mayEnd && position == window.count ? position : nil
    }

    private mutating func requireNothing(after end: Int) throws(EBMSError) {
        guard try skip(end, over: { $0 == 0x0D || $0 == 0x0A }) == window.count else { throw EBMSError(.epilogue) }
    }

    /// The first offset from `position` on whose byte is no member.
    private mutating func skip(_ position: Int, over isMember: (UInt8) -> Bool) throws(EBMSError) -> Int {
        var position = position
        while true {
            let bytes = try window.bytes(at: position, count: 4096)
            guard let other = bytes.firstIndex(where: { !isMember($0) }) else {
                if bytes.isEmpty { return position }
                position += bytes.count
                continue
            }
            return position + other - bytes.startIndex
        }
    }

    private static func isBoundaryCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
