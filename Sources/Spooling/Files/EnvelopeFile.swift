/// `envelope.json`: the envelope and, as a second line, the record of how the message came in. Written once.
///
/// The origin lies here and not in `history.jsonl` so that an accepted message costs one sync less; the history continues its chain.
struct EnvelopeFile: Equatable {
    static let name = "envelope.json"
    static let largest = 64 << 10
    static let seed = "sluss-spool-1"

    let envelope: Envelope
    let origin: HistoryRecord
    /// Seeds the chain of `history.jsonl`, which so belongs to this envelope and no other.
    private(set) var check = ""

    init(envelope: Envelope, origin: HistoryRecord) {
        self.envelope = envelope
        self.origin = origin
    }

    /// The file's bytes; nil when they would be too many or cannot be expressed.
    func bytes() -> [UInt8]? {
        let first = CheckedLine.line(SpoolJSON.bytes(envelope), after: Self.seed)
        let bytes = first.bytes + CheckedLine.line(SpoolJSON.bytes(origin), after: first.check).bytes
        return bytes.count <= Self.largest ? bytes : nil
    }

    /// Reads the file of the message `id`.
    static func read(_ bytes: [UInt8], id: MessageID) throws(EntryFault) -> EnvelopeFile {
        let file = try read(bytes)
        guard file.envelope.id == id else { throw .foreign }
        return file
    }

    /// Reads the file of whatever message.
    static func read(_ bytes: [UInt8]) throws(EntryFault) -> EnvelopeFile {
        let (first, second) = try lines(bytes)
        guard let envelope = SpoolJSON.value(Envelope.self, from: first.json),
            let origin = SpoolJSON.value(HistoryRecord.self, from: second.json)
        else { throw .malformed }
        var file = EnvelopeFile(envelope: envelope, origin: origin)
        file.check = second.check
        return file
    }

    /// What the history begins with, when both lines are intact.
    static func check(of bytes: [UInt8]) throws(EntryFault) -> String { try lines(bytes).second.check }

    private typealias Line = (json: [UInt8], check: String)

    private static func lines(_ bytes: [UInt8]) throws(EntryFault) -> (first: Line, second: Line) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count == 3, lines[2].isEmpty else { throw .lengthDiffers }
        guard let first = CheckedLine.open(lines[0], after: seed), let second = CheckedLine.open(lines[1], after: first.check) else {
            throw .digestDiffers
        }
        return (first, second)
    }
}
