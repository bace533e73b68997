/// The header block of a MIME part: fields by lower-case name.
struct PartHeader {
    private var fields: [String: String] = [:]

    subscript(name: String) -> String? { fields[name] }

    /// Reads a block without its final empty line. Throws A006 for a malformed line, A007 for a field that stands twice:
    /// readers differ on which of two counts.
    init(_ block: ArraySlice<UInt8>, place: String, maximumFields: Int) throws(EBMSError) {
        for line in try Self.unfolded(block, place) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw EBMSError(.partHeader, detail: "\(place): no colon") }
            let name = line[..<colon]
            guard !name.isEmpty, name.allSatisfy(Self.isNameCharacter) else { throw EBMSError(.partHeader, detail: "\(place): field name") }
            let value = line[(colon + 1)...].drop(while: Self.isSpace)
            let end = value.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? value.startIndex
            let key = String(decoding: name, as: UTF8.self).lowercased()
            guard fields.updateValue(String(decoding: value[..<end], as: UTF8.self), forKey: key) == nil else {
                throw EBMSError(.repeatedHeader, detail: place)
            }
            guard fields.count <= maximumFields else { throw EBMSError(.partHeader, detail: "\(place): over \(maximumFields) fields") }
        }
    }

    /// Lines with continuation lines joined to theirs. Every line ends in CRLF: one reader's line end must not be another's content.
    private static func unfolded(_ block: ArraySlice<UInt8>, _ place: String) throws(EBMSError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var rest = block
        while !rest.isEmpty {
            let end = ByteSearch.first(ByteSearch.lineEnd, in: rest) ?? rest.endIndex
            let line = rest[rest.startIndex..<end]
            rest = rest[min(end + 2, rest.endIndex)...]
            guard line.allSatisfy(isLineCharacter) else {
                throw EBMSError(.partHeader, detail: "\(place): control character or bare line end")
            }
            guard let first = line.first else { throw EBMSError(.partHeader, detail: "\(place): empty line") }
            if isSpace(first) {
                guard let last = lines.indices.last else { throw EBMSError(.partHeader, detail: "\(place): begins with a continuation") }
                lines[last] += line
            } else {
                lines.append(Array(line))
            }
        }
        return lines
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    private static func isLineCharacter(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }
    private static func isNameCharacter(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ":") }
}
