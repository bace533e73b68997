import NIOCore

/// The one deadline a connection has at a time. Lives on its event loop only.
final class ConnectionTimer {
    private let eventLoop: any EventLoop
    private var scheduled: Scheduled<Void>?

    init(eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// Replaces the deadline.
    func arm(after span: Duration, _ fire: @escaping () -> Void) {
        disarm()
        scheduled = eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(span), fire)
    }

    func disarm() {
        scheduled?.cancel()
        scheduled = nil
    }
}
