import Documents

/// The code of one of the 290 municipalities. The first two digits are the county.
package struct Kommunkod: Hashable, Comparable, Sendable {
    /// Every municipality, in code order.
    package static let all: [Kommunkod] = names.keys.sorted().map { Kommunkod(known: $0) }

    private static let names: [String: String] = CodeTable.parse(KommunTable.kommuner)

    /// Four digits.
    package let code: String

    /// Throws I001 (form) or I004 (not in the list).
    package init(_ text: String) throws(Refusal) {
        guard text.utf8.count == 4 else { throw Refusal(IdentityCode.form) }
        guard Self.names[text] != nil else { throw Refusal(IdentityCode.unknownCode) }
        code = text
    }

    private init(known code: String) { self.code = code }

    /// The name in the list, without the word kommun.
    package var name: String { Self.names[code] ?? code }
    /// The two digits of the county.
    package var countyCode: String { String(code.prefix(2)) }
    /// Whether the municipality has the tasks of a region too: only Gotland, which belongs to no other region.
    package var isRegion: Bool { Region.isAlsoKommun(code) }

    /// Order of the codes.
    package static func < (left: Kommunkod, right: Kommunkod) -> Bool { left.code < right.code }
}
