/// Takes a PEM text apart.
enum PEMBlocks {
    /// Every block with this label, borders included, in order; a block that is cut off too, so that whoever parses it notices. Bytes without
    /// any are given back whole: they may be DER.
    static func split(_ bytes: [UInt8], label: String) -> [[UInt8]] {
        guard bytes.first != 0x30 else { return [bytes] }
        let (begin, end) = ("-----BEGIN \(label)-----", "-----END \(label)-----")
        var blocks: [[UInt8]] = []
        var block: [Substring]?
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if line.hasPrefix(begin) { block = [] }
            block?.append(line)
            guard line.hasPrefix(end), let complete = block else { continue }
            blocks.append(self.bytes(of: complete))
            block = nil
        }
        if let block { blocks.append(self.bytes(of: block)) }
        return blocks.isEmpty ? [bytes] : blocks
    }

    private static func bytes(of lines: [Substring]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
}
