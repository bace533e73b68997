import ServiceLifecycle

/// Ends at once when a stop was asked for while the gateway was starting, else with the others. Its end stops the group; it runs when the
/// group listens for signals itself, so that none is lost in between.
struct HeldStopService: Service {
    func run() async throws {
        if !StartSignals.wantsStop { try await gracefulShutdown() }
    }
}
