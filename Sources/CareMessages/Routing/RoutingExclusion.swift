/// An organisation that might be thought of but must not get the message, and why.
package struct RoutingExclusion: Sendable, Equatable, Codable {
    /// Which organisation.
    package let target: RoutingTarget
    /// Why not.
    package let reason: RoutingReason
}
