import CareMessages

/// An insecure setting that somebody has taken responsibility for, with a reason and a last day (`weakenings`).
package struct Weakening: Sendable, Equatable {
    /// The settings that can be weakened; there is no other way to weaken them.
    package enum Name: String, CaseIterable, Sendable {
        /// RSA keys of 2048 to 3071 bits are accepted, our own and others'. Without it RSA needs 3072.
        case rsa2048 = "rsa-2048"
        /// Certificates are accepted though no revocation list is demanded: permits `require_crl: no`.
        case softRevocation = "soft-revocation"
        /// A partner's certificates may come from any CA under the trusted roots where the partner names no issuer.
        case anyIssuer = "any-issuer"
        /// Payload parts are sent and taken without encryption beneath TLS where an agreement says so: permits `encryption: off`.
        case unencrypted
    }

    /// A last day farther ahead is warned about: a weakening is to be decided on again at least every other year.
    package static let longestDays = 731

    /// Which setting.
    package let name: Name
    /// Why, for `sluss status` and the auditor.
    package let reason: String
    /// The last day it holds, Swedish time.
    package let until: CalendarDay
    /// Dotted path of the entry, for messages about it.
    package let key: String
}
