/// Where in the configuration file each key stands. Keys are dotted paths with positions: `partners[0].tls.pins[1]`.
package struct KeyPlaces: Sendable, Equatable {
    private var places: [String: FilePlace] = [:]

    /// Place of the key's value, or of the nearest enclosing key that stands in the file (a default stands nowhere), or line 1.
    package subscript(key: String) -> FilePlace {
        var key = Substring(key)
        while true {
            if let place = places[String(key)] { return place }
            guard let end = key.lastIndex(where: { $0 == "." || $0 == "[" }) else { return FilePlace(line: 1, column: 1) }
            key = key[..<end]
        }
    }

    /// Whether the key itself stands in the file.
    package func contains(_ key: String) -> Bool { places[key] != nil }

    mutating func note(_ key: String, at place: FilePlace) { places[key] = place }

    /// Files that differ only in layout and comments hold the same configuration; places do not count.
    package static func == (_: KeyPlaces, _: KeyPlaces) -> Bool { true }
}
