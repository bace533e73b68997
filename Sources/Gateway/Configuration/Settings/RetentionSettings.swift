/// How long finished messages are kept (`retention`). Without a value they are kept for good: what may be destroyed, and when, is decided by each
/// organisation's archives authority (arkivlagen 1990:782, 10 §).
package struct RetentionSettings: Sendable, Equatable {
    /// Delivered or handed-over messages, counted from the last change; `nil` keeps them.
    package let done: Duration?
    /// Messages an operator cancelled, counted the same way; `nil` keeps them.
    package let cancelled: Duration?
}
