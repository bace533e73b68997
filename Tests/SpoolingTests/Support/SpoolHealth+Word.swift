import Spooling

extension SpoolHealth {
    /// Whether the spool takes messages.
    var isHealthy: Bool { self == .healthy }
}
