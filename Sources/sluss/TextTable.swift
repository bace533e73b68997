/// Columns for people: left-aligned, two spaces apart, the last one as long as it is.
struct TextTable {
    private var rows: [[String]]

    init(head: [String]) { rows = [head] }

    mutating func add(_ row: [String]) { rows.append(row) }

    /// The lines, head first; no line ends in a space.
    var lines: [String] {
        let count = rows[0].count
        let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = row.enumerated().map { column, cell in
                column == count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
