/// How one partner is reached.
package struct PartnerRoute: Sendable {
    /// The partner's name in the configuration; ``TLSContexts`` knows whom to trust under it.
    package let partner: String
    /// Where the partner receives.
    package let endpoint: ClientEndpoint
    /// The limits.
    package let limits: ClientLimits

    /// Makes a route.
    package init(partner: String, endpoint: ClientEndpoint, limits: ClientLimits = ClientLimits()) {
        self.partner = partner
        self.endpoint = endpoint
        self.limits = limits
    }
}
