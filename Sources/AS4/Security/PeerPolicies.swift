import Signatures

/// Whose word counts at the other end of a connection: for messages, and for signals that are posted by themselves.
package struct PeerPolicies {
    /// The policy for a message's From and To; `nil` refuses with EBMS:0010.
    let partner: (UserMessage) -> AS4PartnerPolicy?
    /// The policy of who stands at the other end; with `nil`, or when the signature does not hold under it, a signal is not trusted.
    let signals: SignerPolicy?

    /// Both are asked once for each entity at most.
    package init(signals: SignerPolicy?, partner: @escaping (UserMessage) -> AS4PartnerPolicy?) {
        self.partner = partner
        self.signals = signals
    }
}
