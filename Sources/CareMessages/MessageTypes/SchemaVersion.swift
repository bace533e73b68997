/// Version of the schema that a message states: major in the namespace, both in `Schemaversion`.
///
/// A newer minor version only adds elements; so a reader understands every older one of its major version.
package struct SchemaVersion: Comparable, Sendable, CustomStringConvertible {
    /// The version of the schemas in this build.
    package static let current = SchemaVersion(major: 1, minor: 2)

    /// Changes when older readers would misunderstand.
    package let major: Int
    /// Changes when something is added.
    package let minor: Int

    /// Makes a version.
    package init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads `1.0`; `nil` for anything else. At most three digits each.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let major = Int(parts[0]), let minor = Int(parts[1])
        else { return nil }
        self.init(major: major, minor: minor)
    }

    /// `1.2`.
    package var description: String { "\(major).\(minor)" }

    /// Order of versions.
    package static func < (left: SchemaVersion, right: SchemaVersion) -> Bool { (left.major, left.minor) < (right.major, right.minor) }
}
