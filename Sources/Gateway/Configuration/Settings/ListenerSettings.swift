/// How we listen for partners (`listen`). Sizes in bytes.
package struct ListenerSettings: Sendable, Equatable {
    /// Address or host name to bind.
    package let host: String
    /// TCP port; 0 lets the system choose (tests).
    package let port: Int
    /// The one path that answers, beginning with `/`.
    package let path: String
    /// Largest body taken.
    package let maximumBodyBytes: Int
    /// From the first byte of a connection or request until its header is complete.
    package let headerTimeout: Duration
    /// From the header until the body is complete.
    package let bodyTimeout: Duration
    /// How long a connection may rest between requests.
    package let idleTimeout: Duration
    /// Connections at the same time, all peers together.
    package let maximumConnections: Int
    /// Connections at the same time from one address.
    package let maximumConnectionsPerAddress: Int
    /// Requests of one partner at the same time, from the head of each to its answer.
    package let maximumRequestsPerPartner: Int
    /// All bodies in memory at the same time, received or being answered.
    package let maximumBodyMemory: Int
    /// One partner's bodies in memory at the same time; not more than all. Of a large body no more than a piece is in memory.
    package let maximumBodyMemoryPerPartner: Int
    /// One partner's large bodies in scratch space at the same time; not less than the largest body.
    package let maximumBodyDiskPerPartner: Int
}
