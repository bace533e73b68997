/// A row of a table in a document that the program prints.
enum MarkdownRow {
    static func text(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |" }

    /// Markdown would take a bar for the next cell and an angle bracket for HTML.
    private static func cell(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
