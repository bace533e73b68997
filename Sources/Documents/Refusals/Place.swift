/// Where in a document something is: a path of element names and a line. Never content.
package struct Place: Sendable, Equatable, Codable {
    /// Path of element names with our prefixes, and a 1-based position where siblings share the name:
    /// `/sam:Inskrivningsmeddelande/sam:Kuvert/sam:Mottagare[2]`. An element of a vocabulary we do not know is `*`, for its name may be
    /// anybody's text. `nil` when unknown.
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
