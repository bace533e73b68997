import AS4

/// A whole request from a partner that TLS has proved, within every limit.
package struct ReceivedRequest: Sendable {
    /// The method; nothing else is accepted.
    package let method = "POST"
    /// The path of the service.
    package let path: String
    /// The value of Content-Type with its parameters.
    package let contentType: String?
    /// The body, at most ``ListenerLimits/maximumBody`` bytes: in memory when it is small, in scratch space otherwise. Patient data.
    package let body: any ByteSource
    /// Who sent it.
    package let peer: PeerIdentity

    /// Makes a request; outside the transport only tests do.
    package init(path: String, contentType: String?, body: any ByteSource, peer: PeerIdentity) {
        self.path = path
        self.contentType = contentType
        self.body = body
        self.peer = peer
    }
}
