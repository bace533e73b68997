/// Where the listener listens, and what it bears.
package struct ListenerSetup: Sendable {
    /// Host name or IP address to bind.
    package let host: String
    /// TCP port; 0 lets the system choose (``Listener/boundAddress()`` tells).
    package let port: Int
    /// The one path that is served, beginning with `/`.
    package let path: String
    /// The limits.
    package let limits: ListenerLimits

    /// Makes a setup.
    package init(host: String, port: Int, path: String, limits: ListenerLimits = ListenerLimits()) {
        self.host = host
        self.port = port
        self.path = path
        self.limits = limits
    }
}
