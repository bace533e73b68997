/// The kinds of files in a message's folder that have a form of our own. Reading one needs no disk: what tools and tests ask of bytes alone.
package enum StoredFile: String, Sendable, CaseIterable {
    /// `envelope.json`.
    case envelope
    /// `history.jsonl`, seeded as by an envelope whose check is empty.
    case history
    /// `request.as4` and `receipt.as4`.
    case entity

    /// Whether the bytes are a whole, untouched file of this kind. Never traps, whatever they are.
    package func isIntact(_ bytes: [UInt8]) -> Bool {
        do throws(EntryFault) {
            switch self {
            case .envelope: _ = try EnvelopeFile.read(bytes)
            case .history: return try !HistoryFile.read(bytes, seed: "").isTorn
            case .entity: _ = try EntityFile.read(bytes)
            }
            return true
        } catch {
            return false
        }
    }

    /// Whether the bytes are JSON as the spool writes it, whatever they say.
    package static func isJSON(_ bytes: [UInt8]) -> Bool { SpoolValueReader.value(of: bytes) != nil }

    /// A file of this kind made of lines without check sums, each a JSON object: they get the sums of the chain that they would stand in. An
    /// entity's content follows its one line as it is.
    package func sealed(_ lines: [UInt8]) -> [UInt8] {
        var file: [UInt8] = []
        var rest = lines[...]
        var check = seed
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = CheckedLine.line(Array(rest[..<end]), after: check)
            file += line.bytes
            check = line.check
            rest = rest[(end + 1)...]
            if self == .entity { break }
        }
        return file + rest
    }

    private var seed: String {
        switch self {
        case .envelope: EnvelopeFile.seed
        case .history: ""
        case .entity: EntityFile.seed
        }
    }
}
