/// Where a partner receives: `https://host:port/path`.
package struct ClientEndpoint: Sendable, Equatable, CustomStringConvertible {
    /// Host name, or IP address without brackets.
    package let host: String
    /// TCP port.
    package let port: Int
    /// Path and query, beginning with `/`.
    package let path: String

    /// Makes an endpoint.
    package init(host: String, port: Int, path: String) {
        self.host = host
        self.port = port
        self.path = path
    }

    /// Whether the host is an IP address: such a host gets no server name indication (RFC 6066 section 3).
    var isAddress: Bool { host.contains(":") || host.split(separator: ".").allSatisfy { Int($0) != nil } }

    /// Host and port as the Host field writes them.
    var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// The address as people write it.
    package var description: String { "https://\(authority)\(path)" }
}
