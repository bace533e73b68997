import Dispatch
import Glibc
import Spooling
import Synchronization

/// The file `ledger.index` beside the two spools: a line for each entry, so that a list of cases need not open every envelope.
///
/// A cache and nothing more. The envelopes are the truth: a line that is torn, flipped or missing is made anew from its envelope, and the
/// whole file may be removed at any time. Every line ends with a check sum (FNV-1a, 64 bits) of what stands before it. Several processes may
/// append and rewrite at once; the worst that comes of it is a line that is made again later.
package struct LedgerIndex: Sendable {
    /// What the file holds.
    package struct Content: Sendable {
        /// Whole lines, one for each entry, in the order of the file.
        package fileprivate(set) var lines: [LedgerLine] = []
        /// How many lines are damaged or repeat an entry.
        package fileprivate(set) var waste = 0
        /// Whether the last line is ended; the next one would be lost with it otherwise.
        fileprivate var isEnded = true
    }

    /// Path of the file.
    package let path: String

    private static let lineBreak = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")
    /// Tab and 16 hexadecimal digits.
    private static let sumLength = 17

    /// The index of the spools below `root`.
    package init(root: String) { path = root + "/ledger.index" }

    /// What can be read; nothing when there is no file or it cannot be opened. Blocking; uses every core.
    package func read() -> Content {
        guard let bytes = try? FileSystem.read(path, limit: .max), !bytes.isEmpty else { return Content() }
        let parts = Self.parts(of: bytes, count: bytes.count < 1 << 20 ? 1 : 8)
        let read = Mutex([Int: (lines: [LedgerLine], waste: Int)]())
        DispatchQueue.concurrentPerform(iterations: parts.count) { number in
            let part = Self.lines(in: bytes[parts[number]])
            read.withLock { $0[number] = part }
        }
        var content = Content()
        for (_, part) in read.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            content.waste += part.waste
            content.lines += part.lines
        }
        // Repeats are rare, and asking for them this way is cheap: the lines are nearly in the order of their ids.
        let ids = content.lines.map(\.id).sorted()
        if zip(ids, ids.dropFirst()).contains(where: ==) {
            var seen: Set<MessageID> = []
            content.lines.removeAll { !seen.insert($0.id).inserted }
            content.waste += ids.count - content.lines.count
        }
        content.isEnded = bytes.last == Self.lineBreak
        return content
    }

    /// Adds lines with one write. Not synced. What cannot be written is left out: it is made again when it is asked for.
    package func append(_ lines: [LedgerLine], after content: Content) {
        guard !lines.isEmpty else { return }
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = (content.isEnded ? [] : [Self.lineBreak]) + lines.flatMap(Self.bytes)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Puts a file with these lines only in the place of the old one. What cannot be written is left as it was.
    package func replace(with lines: [LedgerLine]) { try? FileSystem.writeDurably(lines.flatMap(Self.bytes), to: path) }

    /// A whole line as it stands in the file.
    private static func bytes(_ line: LedgerLine) -> [UInt8] {
        let text = line.text
        let sum = sum(text[...])
        return text + [tab] + (0..<16).map { digit($0, of: sum) } + [lineBreak]
    }

    /// Cuts the bytes at line breaks into about so many parts.
    private static func parts(of bytes: [UInt8], count: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for number in 1...count where start < bytes.count {
            let wanted = max(start, bytes.count / count * number)
            let end = number == count ? bytes.count : bytes[wanted...].firstIndex(of: lineBreak).map { $0 + 1 } ?? bytes.count
            parts.append(start..<end)
            start = end
        }
        return parts
    }

    private static func lines(in bytes: ArraySlice<UInt8>) -> (lines: [LedgerLine], waste: Int) {
        var lines: [LedgerLine] = []
        lines.reserveCapacity(bytes.count / 256)
        var waste = 0
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = end(of: start, in: bytes)
            if let line = whole(bytes[start..<end]).flatMap(LedgerLine.init) {
                lines.append(line)
            } else if end > start {
                waste += 1
            }
            start = end + 1
        }
        return (lines, waste)
    }

    /// Where the line ends that begins at `start`.
    private static func end(of start: Int, in bytes: ArraySlice<UInt8>) -> Int {
        bytes[start...].withUnsafeBytes { rest in
            guard let base = rest.baseAddress, let found = memchr(base, Int32(lineBreak), rest.count) else { return bytes.endIndex }
            return start + (found - UnsafeMutableRawPointer(mutating: base))
        }
    }

    /// The text of a line whose check sum is right.
    private static func whole(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.count > sumLength else { return nil }
        let text = line.dropLast(sumLength)
        guard line[text.endIndex] == tab else { return nil }
        let sum = sum(text)
        let isRight = line[(text.endIndex + 1)...].indices.allSatisfy { index in line[index] == digit(index - text.endIndex - 1, of: sum) }
        return isRight ? text : nil
    }

    private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        bytes.withUnsafeBytes { for byte in $0 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 } }
        return sum
    }

    /// The hexadecimal digit at a place, the highest first.
    private static func digit(_ place: Int, of sum: UInt64) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: sum >> UInt64(60 - 4 * place)) & 15
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
