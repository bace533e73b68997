/// A municipality in a part that only one can have, payer or counterpart, and why; or why none can be named.
package struct RoutingDesignation: Sendable, Equatable, Codable {
    /// Its kommunkod; `nil` when a person must settle it.
    package let kommunkod: String?
    /// Why.
    package let reason: RoutingReason
}
