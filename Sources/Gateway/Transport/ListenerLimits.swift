/// What the listener bears from peers. The defaults are the profile; tests and the configuration change single values.
package struct ListenerLimits: Sendable, Equatable {
    /// Bytes of request target, header names and values together.
    package var maximumHeader = 16 * 1024
    /// Header fields of a request, trailers included.
    package var maximumFields = 64
    /// Bytes of one body.
    package var maximumBody = 128 * 1024 * 1024
    /// Bytes of all bodies held in memory at once, received or being answered, over all connections.
    package var maximumBodiesInMemory = 256 * 1024 * 1024
    /// Bytes of one partner's bodies held in memory at once: its share of ``maximumBodiesInMemory``, so that one partner cannot use up all of it.
    package var maximumBodiesPerPartner = 64 * 1024 * 1024
    /// Bytes of one partner's bodies that lie in scratch space at once.
    package var maximumDiskPerPartner = 16 * 1024 * 1024 * 1024
    /// Requests of one partner at once, from the head of each to its answer: fewer than the threads that judge them, so that one partner
    /// cannot keep all of them busy.
    package var maximumRequestsPerPartner = 8
    /// Connections in all. Keep it well below the limit of open files.
    package var maximumConnections = 512
    /// Connections from one IPv4 address or IPv6 /64 network.
    package var maximumConnectionsPerAddress = 64
    /// Connections of one partner.
    package var maximumConnectionsPerPartner = 64
    /// From accept to a finished TLS handshake.
    package var handshakeTimeout: Duration = .seconds(10)
    /// From the first byte of a request to the end of its head.
    package var headTimeout: Duration = .seconds(10)
    /// From the end of the head to the end of the body, for a small one; each ``BodyPace/bytesPerExtraSecond`` allow a second more.
    package var bodyTimeout: Duration = .seconds(60)
    /// Bytes a second a body must come with, on average, once ``rateGrace`` has passed.
    package var minimumBytesPerSecond = 1024
    /// How long a body may be slower than that.
    package var rateGrace: Duration = .seconds(5)
    /// How long a connection may rest between requests.
    package var idleTimeout: Duration = .seconds(60)
    /// How long the peer may take to read our answer.
    package var answerTimeout: Duration = .seconds(30)

    /// The limits of the profile.
    package init() {}
}
