import Foundation
import Logging
import NIOCore
import NIOPosix

/// What listener and clients run on. Owned and shut down by whoever made it.
package struct TransportRuntime: Sendable {
    /// Event loops for sockets.
    package let eventLoopGroup: any EventLoopGroup
    /// Threads for certificate checks, which would block an event loop. Must be started.
    package let blockingPool: NIOThreadPool
    /// Threads that write the bodies of large requests to disk and read those we send. Must be started.
    package let filePool: NIOThreadPool
    /// Threads that put refusals on record: a trail that hangs holds up nothing but refusals. Must be started.
    package let proofPool: NIOThreadPool
    /// The clock certificates are judged by.
    package let now: @Sendable () -> Date
    /// Where refusals are told, without content.
    package let logger: Logger

    /// Makes a runtime; what has no pool of its own is done by the first one.
    package init(
        eventLoopGroup: any EventLoopGroup, blockingPool: NIOThreadPool, filePool: NIOThreadPool? = nil,
        proofPool: NIOThreadPool? = nil, logger: Logger, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.eventLoopGroup = eventLoopGroup
        self.blockingPool = blockingPool
        self.filePool = filePool ?? blockingPool
        self.proofPool = proofPool ?? blockingPool
        self.logger = logger
        self.now = now
    }
}
