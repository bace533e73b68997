import Glibc
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle

/// Takes requests from partners over mutual TLS and hands them, whole and proved, to `respond`.
///
/// A graceful shutdown stops accepting, closes resting connections, lets running requests be answered (`Connection: close`) and
/// answers requests that begin meanwhile with 503; cancelling the task closes what is left.
package final class Listener: Service, Sendable {
    private let setup: ListenerSetup
    private let runtime: TransportRuntime
    private let ledger: ConnectionLedger
    private let channel: ListenerChannel
    private let bound = Announcement<BoundAddress?>()

    /// `respond` runs on the cooperative pool, at most once at a time for each connection; it must hand blocking work to threads and
    /// return whatever happens.
    package init(
        setup: ListenerSetup, tls: TLSContexts, respond: @escaping @Sendable (ReceivedRequest) async -> HTTPAnswer
    ) {
        self.setup = setup
        runtime = tls.runtime
        ledger = ConnectionLedger(limits: setup.limits)
        channel = ListenerChannel(setup: setup, tls: tls, ledger: ledger, respond: respond)
    }

    /// Where the listener listens, as soon as it does; nil when it could not bind or has ended before.
    package func boundAddress() async -> BoundAddress? { await bound.value }

    /// Serves until a graceful shutdown or cancellation. Call once. Throws ``ListenFailure`` when the address cannot be bound.
    package func run() async throws {
        let bound = self.bound
        // The server's own words on starting and stopping are neither our events nor our form.
        var logger = runtime.logger
        logger.logLevel = max(logger.logLevel, .warning)
        defer { bound.tell(nil) }
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname(setup.host, port: setup.port), serverName: nil, backlog: 256),
            onServerRunning: { channel in
                channel.eventLoop.execute { try? channel.pipeline.syncOperations.addHandler(AcceptPause(), position: .first) }
                bound.tell(BoundAddress(channel.localAddress))
            },
            eventLoopGroup: runtime.eventLoopGroup, logger: logger)
        do {
            try await server.run()
        } catch let error as IOError {
            throw ListenFailure(address: "\(setup.host):\(setup.port)", errno: error.errnoCode)
        } catch is SocketAddressError {
            throw ListenFailure(address: "\(setup.host):\(setup.port)", errno: EADDRNOTAVAIL)
        }
    }

    /// Connections open now, and bytes of request bodies held.
    package var load: (connections: Int, bodyBytes: Int) { ledger.load }
}
