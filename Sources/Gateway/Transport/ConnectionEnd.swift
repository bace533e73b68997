import Synchronization

/// Why a client connection ended while no request was on it, in its handshake or later. In TLS 1.3 the server's refusal of our certificate comes then, between
/// our handshake and our first request.
final class ConnectionEnd: Sendable {
    private let noted = Mutex<TransportFailure?>(nil)

    func note(_ failure: TransportFailure) { noted.withLock { $0 = failure } }

    /// What a request that found the connection ended failed of.
    var failure: TransportFailure { noted.withLock { $0 } ?? TransportFailure(.connectionLost, detail: "ended before the request") }
}
