/// How an element name is shown in a place: short, and with nothing in it that could steer a terminal or a log.
enum PlaceName {
    static let maximumCharacters = 64

    static func shown(_ name: some Sequence<UInt8>) -> String {
        shown(String(decoding: Array(name), as: UTF8.self))
    }

    static func shown(_ name: String) -> String {
        let shown = name.unicodeScalars.prefix(maximumCharacters).map { scalar -> Character in
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil || ":_-.".unicodeScalars.contains(scalar)
                ? Character(scalar) : "?"
        }
        return String(shown) + (name.unicodeScalars.count > maximumCharacters ? "…" : "")
    }
}
