import Signatures

/// Whom to believe to be a partner on TLS, as client and as server.
package struct PeerTrust: Sendable {
    /// The partner's name in the configuration.
    package let partner: String
    /// Anchors, pins, issuing CA and revocation. Without pins the partner cannot connect to us: nothing would tell it from others
    /// of the same CA. ``TrustPolicy/hostName`` is set by the transport: to the endpoint's host when we call, to none when we are called.
    package let policy: TrustPolicy

    /// Makes a trust.
    package init(partner: String, policy: TrustPolicy) {
        self.partner = partner
        self.policy = policy
    }
}
