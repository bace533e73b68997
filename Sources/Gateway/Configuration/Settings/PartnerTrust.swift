import Signatures

/// What narrows our trust to one partner: pins on its certificates, and the CA that must have issued them.
package struct PartnerTrust: Sendable, Equatable {
    /// Allowed certificates or keys, the current ones and the next. Empty = the use demands none.
    package let pins: Set<Pin>
    /// Absolute path to the certificate of the issuing CA (PEM); `nil`, by the weakening `any-issuer`: any CA under the trusted roots.
    package let issuer: String?
}
