/// Where in a document something is: a path of element names and a line. Never content.
package struct Place: Sendable, Equatable, Codable {
    /// Path of element names as written, with a 1-based position where siblings share the name:
    /// `/m:Inskrivningsmeddelande/m:Patient/m:Id[1]`. `nil` when unknown.
    package var path: String?
    /// 1-based line, or `nil` when unknown. libxml2 stops counting at 65 534 lines.
    package var line: Int?

    /// No place is known.
    package static let unknown = Place(path: nil, line: nil)

    /// Makes a place from what is known of it.
    package init(path: String?, line: Int?) {
        self.path = path
        self.line = line
    }
}
