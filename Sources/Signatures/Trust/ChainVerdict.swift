import Foundation

/// How a chain passed: the way to the root, and by what each certificate counts as not revoked.
package struct ChainVerdict: Sendable {
    /// Why a certificate counts as not revoked.
    package enum Basis: Sendable, Equatable {
        /// A list in force does not name it.
        case list
        /// An OCSP answer in force calls it good.
        case answer
        /// Only something that ended at this instant vouches for it (``RevocationMode/grace(_:)``).
        case overdue(since: Date)
        /// Nothing tells, and the policy lets it pass.
        case untold
    }

    /// Leaf first, root last.
    package let path: [Certificate]
    /// For each certificate of ``path`` but the root.
    package let bases: [Basis]
}
