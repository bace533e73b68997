/// An organisation that a message is for, and why.
package struct RoutingRecipient: Sendable, Equatable, Codable {
    /// How strongly it is for them.
    package enum Necessity: String, Sendable, Codable, Comparable {
        /// The law demands it, once the receiver is accepted as the one concerned.
        case duty = "SKA"
        /// The purpose of the law demands it.
        case expected = "BOR"
        /// Allowed, not demanded.
        case optional = "KAN"

        /// The stronger is the greater.
        package static func < (left: Necessity, right: Necessity) -> Bool { left.strength < right.strength }

        private var strength: Int {
            switch self {
            case .duty: 2
            case .expected: 1
            case .optional: 0
            }
        }
    }

    /// Which organisation.
    package var target: RoutingTarget
    /// Roles of which one must have it, the best first.
    package var roles: [Roll]
    /// How strongly.
    package var necessity: Necessity
    /// Why.
    package var reason: RoutingReason
    /// Addresses that fit equally well; none or several need a person.
    package var addresses: [Addressee] = []

    /// The one address; `nil` when there is none or a person must choose.
    package var address: Addressee? { addresses.count == 1 ? addresses.first : nil }
}
