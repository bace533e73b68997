/// What the client bears from a partner, and what it asks of one.
package struct ClientLimits: Sendable, Equatable {
    /// Connections to the partner at once.
    package var maximumConnections = 4
    /// Time for the TCP connection.
    package var connectTimeout: Duration = .seconds(10)
    /// Time for the TLS handshake.
    package var handshakeTimeout: Duration = .seconds(10)
    /// How long an unused connection is kept. Shorter than what servers commonly allow, so that the server seldom closes first.
    package var idleLifetime: Duration = .seconds(15)
    /// Bytes of header names and values of an answer together.
    package var maximumHeader = 16 * 1024
    /// Header fields of an answer.
    package var maximumFields = 64
    /// Bytes of an answer's body. A receipt is a few kilobytes.
    package var maximumBody = 1024 * 1024

    /// The limits of the profile.
    package init() {}

    /// The same with at most so much time for the handshake.
    func shakingHands(within span: Duration) -> ClientLimits {
        var limits = self
        limits.handshakeTimeout = min(handshakeTimeout, span)
        return limits
    }
}
