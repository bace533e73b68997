import AS4

/// Where the listener listens, and what it bears.
package struct ListenerSetup: Sendable {
    /// Host name or IP address to bind.
    package let host: String
    /// TCP port; 0 lets the system choose (``Listener/boundAddress()`` tells).
    package let port: Int
    /// The one path that is served, beginning with `/`.
    package let path: String
    /// Where bodies go that are too large for memory.
    package let scratch: any ScratchSpace
    /// The limits.
    package let limits: ListenerLimits
    /// Where the refused requests of known partners are put on record before they are answered; nil where they are not.
    package let refusals: RefusalTrail?

    /// Makes a setup.
    package init(
        host: String, port: Int, path: String, scratch: any ScratchSpace, limits: ListenerLimits = ListenerLimits(),
        refusals: RefusalTrail? = nil
    ) {
        self.host = host
        self.port = port
        self.path = path
        self.scratch = scratch
        self.limits = limits
        self.refusals = refusals
    }
}
