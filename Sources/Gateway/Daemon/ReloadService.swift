import ServiceLifecycle
import UnixSignals

/// Reloads on SIGHUP, and once at the beginning when one came during the start.
struct ReloadService: Service {
    let reload: @Sendable () async -> Void

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        if StartSignals.takeReload() { await reload() }
        for await _ in signals.cancelOnGracefulShutdown() { await reload() }
    }
}
