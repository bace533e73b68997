import Glibc
import Synchronization

/// Signals that come while the gateway is starting. Nobody listens for them yet, and the system's answer to SIGHUP would be to end the process.
///
/// A reload that was asked for is made up for when serving begins; an order to stop is obeyed then, before anything is served.
package enum StartSignals {
    private static let reloadAsked = Atomic(false)
    private static let stopAsked = Atomic(false)

    /// Holds SIGHUP, SIGTERM and SIGINT from now on, each unless somebody listens for it already. Call as early as possible.
    package static func hold() {
        // A first use makes the value, and a signal handler must not be it.
        _ = (wantsStop, reloadAsked.load(ordering: .relaxed))
        hold(SIGHUP) { _ in StartSignals.reloadAsked.store(true, ordering: .relaxed) }
        for number in [SIGTERM, SIGINT] { hold(number) { _ in StartSignals.stopAsked.store(true, ordering: .relaxed) } }
    }

    /// Whether a stop has been asked for since ``hold()``.
    static var wantsStop: Bool { stopAsked.load(ordering: .relaxed) }

    /// Whether a reload has been asked for since ``hold()`` or the last call.
    static func takeReload() -> Bool { reloadAsked.exchange(false, ordering: .relaxed) }

    private static func hold(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
        var present = sigaction()
        guard sigaction(number, nil, &present) == 0, present.__sigaction_handler.sa_handler == nil else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
    }
}
