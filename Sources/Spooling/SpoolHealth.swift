/// Whether the spool still takes messages.
package enum SpoolHealth: Sendable, Equatable {
    /// Every write so far became durable.
    case healthy
    /// A write, sync, close or rename failed. Nothing new is accepted until a restart.
    case degraded(SpoolError)
}
