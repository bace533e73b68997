/// `history.jsonl`: what happened to a message, one checked line an event, each line chained to the one before. Pure.
///
/// A crash in the middle of an append leaves a torn last line. It was never acknowledged, so it is dropped. Anything else that does not
/// check is damage.
struct HistoryFile: Equatable {
    static let name = "history.jsonl"
    /// The new file a history is rewritten into, before it replaces the old one.
    static let successorName = "history.new"
    static let largest = 8 << 20

    /// The intact records, oldest first.
    private(set) var records: [HistoryRecord] = []
    /// Seeds the next line.
    private(set) var check: String
    /// The length of the intact part: where the next line belongs.
    private(set) var intactLength = 0
    /// The last line is whole but lost its end; the next append writes it.
    private(set) var lacksLineEnd = false
    /// A torn line was dropped.
    private(set) var isTorn = false

    /// Whether ``records`` are wanted; without them only the chain is checked.
    private var decodes = true

    init(check: String, decodes: Bool = true) {
        (self.check, self.decodes) = (check, decodes)
    }

    /// Reads a file whose chain begins at `seed`.
    static func read(_ bytes: [UInt8], seed: String, decodes: Bool = true) throws(EntryFault) -> HistoryFile {
        var file = HistoryFile(check: seed, decodes: decodes)
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            try file.take(rest[..<end])
            file.intactLength += end - rest.startIndex + 1
            rest = rest[(end + 1)...]
        }
        try file.takeTail(rest)
        return file
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(EntryFault) {
        guard let opened = CheckedLine.open(line, after: check) else { throw .digestDiffers }
        check = opened.check
        guard decodes else { return }
        guard let record = SpoolJSON.value(HistoryRecord.self, from: opened.json) else { throw .malformed }
        records.append(record)
    }

    /// A whole line without its end is kept. A whole line with something else in place of its end cannot be a torn append: an append never
    /// writes past its own line.
    private mutating func takeTail(_ tail: ArraySlice<UInt8>) throws(EntryFault) {
        let written = tail.prefix { $0 != 0 }
        guard tail.dropFirst(written.count).allSatisfy({ $0 == 0 }) else { throw .malformed }
        guard !tail.isEmpty else { return }
        if written.count == tail.count, CheckedLine.open(written, after: check) != nil {
            try take(written)
            intactLength += written.count
            lacksLineEnd = true
            return
        }
        if CheckedLine.open(tail.dropLast(), after: check) != nil { throw .digestDiffers }
        isTorn = true
    }

    /// The bytes to append for one record, beginning with the end the last line lacks.
    func addition(_ record: HistoryRecord) -> [UInt8] {
        (lacksLineEnd ? [UInt8(ascii: "\n")] : []) + CheckedLine.line(SpoolJSON.bytes(record), after: check).bytes
    }
}
