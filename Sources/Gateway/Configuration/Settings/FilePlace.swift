/// A position in a text file, counted from 1; columns in Unicode scalars.
package struct FilePlace: Sendable, Equatable, Hashable, Codable, Comparable {
    /// Line, from 1.
    package let line: Int
    /// Column, from 1.
    package let column: Int

    /// Makes a place.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Order of reading.
    package static func < (left: FilePlace, right: FilePlace) -> Bool { (left.line, left.column) < (right.line, right.column) }
}
