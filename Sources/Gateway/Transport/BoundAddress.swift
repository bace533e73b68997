import NIOCore

/// An address the listener is bound to.
package struct BoundAddress: Sendable, Equatable {
    /// The IP address.
    package let host: String
    /// The TCP port.
    package let port: Int

    init?(_ address: SocketAddress?) {
        guard let host = address?.ipAddress, let port = address?.port else { return nil }
        self.host = host
        self.port = port
    }
}
