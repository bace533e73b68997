/// Time limits of the daemon (`delivery`).
package struct DeliverySettings: Sendable, Equatable {
    /// How long running deliveries may go on after the order to stop, before they are parked.
    package let stopGrace: Duration
    /// How long a TCP and TLS connection to a partner may take.
    package let connectTimeout: Duration
    /// From the last byte of a request until the partner's answer is complete.
    package let answerTimeout: Duration
    /// How often the drop folder is looked into when the system reports no change.
    package let submitInterval: Duration
}
