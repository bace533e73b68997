import ServiceLifecycle

/// Tells once that everything runs, then waits for the end.
struct ReadyService: Service {
    let listener: Listener?
    let told: @Sendable (BoundAddress?) -> Void

    func run() async throws {
        if let listener {
            // No address means that the listener failed; its own error ends the group.
            if let address = await listener.boundAddress() { told(address) }
        } else {
            told(nil)
        }
        try await gracefulShutdown()
        ServiceNotification.tell("STOPPING=1")
    }
}
