/// Splits a multipart body at its delimiters (RFC 2046 5.1.1), strictly: a delimiter is CRLF, two dashes, the boundary, then a line
/// end. What only looks like one (a longer boundary, bare line ends) is content.
struct MultipartReader {
    private let body: [UInt8]
    private let dashedBoundary: [UInt8]
    private let limits: InboundLimits

    /// Throws A002 for a boundary that RFC 2046 does not allow.
    init(_ body: [UInt8], boundary: String?, limits: InboundLimits) throws(EBMSError) {
        guard let boundary, (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(Self.isBoundaryCharacter),
            boundary.utf8.last != 0x20
        else { throw EBMSError(.boundary) }
        self.body = body
        self.dashedBoundary = Array("--".utf8) + Array(boundary.utf8)
        self.limits = limits
    }

    /// All parts in order. Throws A003–A012.
    func parts() throws(EBMSError) -> [MIMEPart] {
        var position = try start()
        var parts: [MIMEPart] = []
        while true {
            guard parts.count < limits.parts else { throw EBMSError(.tooManyParts, detail: "over \(limits.parts)") }
            let end = try delimiter(from: position)
            // A part without header and empty line has its CRLF in common with the delimiter.
            parts.append(try MIMEPart(body[position..<max(position, end.start)], number: parts.count + 1, limits: limits))
            guard !end.isClosing else { break }
            position = end.after
        }
        return parts
    }

    private struct Delimiter {
        /// Index of its CRLF.
        let start: Int
        /// Index after its line end.
        let after: Int
        let isClosing: Bool
    }

    /// Index of the first part. The body begins with the delimiter; CXF writes an empty line before it.
    private func start() throws(EBMSError) -> Int {
        var position = 0
        while position < 8, body[position...].starts(with: ByteSearch.lineEnd) { position += 2 }
        guard body[position...].starts(with: dashedBoundary),
            let after = endOfLine(position + dashedBoundary.count, mayEnd: false)
        else { throw EBMSError(.preamble) }
        return after
    }

    private func delimiter(from position: Int) throws(EBMSError) -> Delimiter {
        let pattern = ByteSearch.lineEnd + dashedBoundary
        var search = position - ByteSearch.lineEnd.count
        while let found = ByteSearch.first(pattern, in: body[search...]) {
            let after = found + pattern.count
            if let next = endOfLine(after, mayEnd: false) { return Delimiter(start: found, after: next, isClosing: false) }
            if body[after...].starts(with: "--".utf8), let end = endOfLine(after + 2, mayEnd: true) {
                try requireNothing(after: end)
                return Delimiter(start: found, after: end, isClosing: true)
            }
            search = after
        }
        throw EBMSError(.unclosed)
    }

    /// Index after optional blanks and a line end, or nil when something else stands there.
    private func endOfLine(_ position: Int, mayEnd: Bool) -> Int? {
        var position = position
        while position < body.count, body[position] == 0x20 || body[position] == 0x09 { position += 1 }
        if body[position...].starts(with: ByteSearch.lineEnd) { return position + 2 }
        return mayEnd && position == body.count ? position : nil
    }

    private func requireNothing(after end: Int) throws(EBMSError) {
        guard body[end...].allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else { throw EBMSError(.epilogue) }
    }

    private static func isBoundaryCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
