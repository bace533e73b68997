import ServiceLifecycle

/// Several services as one: a stop reaches all of them at once, so that all share the time they have for it. (A service group would stop one
/// after the other, and deliveries would go on being started while the listener finishes.)
struct ParallelServices: Service {
    let services: [any Service]

    /// Runs until every service has ended. The error of one ends the others.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in services {
                group.addTask {
                    do {
                        try await service.run()
                    } catch is CancellationError where Task.isShuttingDownGracefully {
                        // Its time was up; whatever it did has been cut off in order.
                    }
                }
            }
            for try await _ in group {}
        }
    }
}
