/// Form of care. Raw values are those of the schema.
package enum Vardform: String, CaseIterable, Sendable, Codable {
    /// Hälso- och sjukvårdslagen.
    case hsl = "HSL"
    /// Psykiatrisk tvångsvård, sluten.
    case lpt = "LPT"
    /// Rättspsykiatrisk vård, sluten.
    case lrv = "LRV"
    /// Öppen psykiatrisk tvångsvård.
    case opt = "OPT"
    /// Öppen rättspsykiatrisk vård.
    case orv = "ORV"
}
