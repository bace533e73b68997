/// Waits until a condition holds and says whether it did in time. For what another process does; never for our own tasks,
/// which can be awaited.
///
/// - Throws: what the condition throws.
package func eventually(
    within limit: Duration = .seconds(20), every pause: Duration = .milliseconds(20),
    isolation: isolated (any Actor)? = #isolation, _ condition: () async throws -> Bool
) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
        if try await condition() { return true }
        if ContinuousClock.now > deadline { return false }
        try await Task.sleep(for: pause)
    }
}
