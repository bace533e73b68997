import Documents

/// One of the 21 regions. Its area is a county; Gotland's region is at the same time a municipality (lag 2017:612, 1 kap. 1 §).
package struct Region: Hashable, Comparable, Sendable {
    /// Every region, in the order of the codes.
    package static let all: [Region] = Lanskod.all.compactMap(Region.init)

    private static let rows: [String: String] = CodeTable.parse(KommunTable.regions)
    private static let kommunWithRegionTasks = "0980"

    /// The county it covers.
    package let lanskod: Lanskod
    /// The name it uses.
    package let name: String
    /// `nil` where the number has not been checked against a register.
    package let organisationsnummer: Organisationsnummer?

    /// The region of a county; `nil` only if the list lacked it, which a test rules out.
    package init?(_ lanskod: Lanskod) {
        guard let parts = Self.rows[lanskod.code]?.split(separator: " ", maxSplits: 1), parts.count == 2 else { return nil }
        self.lanskod = lanskod
        name = String(parts[1])
        organisationsnummer = try? Organisationsnummer(String(parts[0]))
    }

    /// The municipalities of the county, in the order of the codes.
    package var kommuner: [Kommunkod] { Kommunkod.all.filter { $0.countyCode == lanskod.code } }

    /// The municipality that is this region too: Gotland's; `nil` for all others.
    package var kommunkod: Kommunkod? {
        guard let only = Self.onlyKommun, only.countyCode == lanskod.code else { return nil }
        return only
    }

    private static let onlyKommun = try? Kommunkod(kommunWithRegionTasks)

    /// Order of the codes.
    package static func < (left: Region, right: Region) -> Bool { left.lanskod < right.lanskod }

    /// Whether the municipality with this code has a region's tasks as well.
    static func isAlsoKommun(_ kommunkod: String) -> Bool { kommunkod == kommunWithRegionTasks }
}
