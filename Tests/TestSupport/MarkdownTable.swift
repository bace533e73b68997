/// A table in a document, so that a test can hold it against the data it describes.
package struct MarkdownTable: Sendable, Equatable {
    /// The cells of the heading row, without marks of code or emphasis.
    package let columns: [String]
    /// The cells of the other rows, without marks of code or emphasis.
    package let rows: [[String]]

    /// The first table after a heading, or nil. The heading is given without its `#` marks.
    package init?(in text: String, after heading: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard
            let start = lines.firstIndex(where: { $0.hasPrefix("#") && Self.trimmed($0.drop { $0 == "#" }) == heading }),
            let top = lines[(start + 1)...].firstIndex(where: { $0.hasPrefix("|") || $0.hasPrefix("#") }),
            lines[top].hasPrefix("|")
        else { return nil }
        let table = lines[top...].prefix { $0.hasPrefix("|") }.map(Self.cells)
        guard table.count > 2 else { return nil }
        columns = table[0]
        rows = Array(table.dropFirst(2))
    }

    private static func cells(_ line: Substring) -> [String] {
        var inner = Substring(trimmed(line)).dropFirst()
        if inner.last == "|" { inner = inner.dropLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            trimmed(cell).filter { $0 != "`" && $0 != "*" }
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text = text.dropLast() }
        return String(text)
    }
}
