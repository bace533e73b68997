import Documents

/// The code of one of the 21 counties; a region has the code of its county. Gotland's region is a municipality too (0980).
package struct Lanskod: Hashable, Comparable, Sendable {
    /// Every county, in code order.
    package static let all: [Lanskod] = names.keys.sorted().map { Lanskod(known: $0) }

    private static let names: [String: String] = CodeTable.parse(KommunTable.counties)

    /// Two digits.
    package let code: String

    /// Throws I001 (form) or I004 (not in the list).
    package init(_ text: String) throws(Refusal) {
        guard text.utf8.count == 2 else { throw Refusal(IdentityCode.form) }
        guard Self.names[text] != nil else { throw Refusal(IdentityCode.unknownCode) }
        code = text
    }

    private init(known code: String) { self.code = code }

    /// The name in the list, with the word län.
    package var name: String { Self.names[code] ?? code }

    /// Order of the codes.
    package static func < (left: Lanskod, right: Lanskod) -> Bool { left.code < right.code }
}
