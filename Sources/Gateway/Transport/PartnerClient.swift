import AS4
import NIOCore
import NIOHTTP1

/// Posts requests to one partner over mutual TLS, keeping connections alive between them for as long as the partner's certificate is trusted.
package final class PartnerClient: Sendable {
    private let route: PartnerRoute
    private let tls: TLSContexts
    private let pool: ConnectionPool

    /// Opens nothing yet.
    package init(route: PartnerRoute, tls: TLSContexts) {
        self.route = route
        self.tls = tls
        pool = ConnectionPool(maximum: route.limits.maximumConnections, eventLoopGroup: tls.runtime.eventLoopGroup) { $0.isFit(under: tls) }
    }

    /// Sends a POST and waits for the whole answer, of whatever status; `timeout` covers all of it, from waiting for a free
    /// connection on. A body too large to be sent at once is read piece by piece as the partner takes it: then `timeout` is for each piece and
    /// for the answer, and the whole may take longer by a second for each 64 KiB. A connection that proves to have ended before a byte was
    /// written is replaced; nothing else is tried again, because the partner may have read the request: ``TransportFailure/requestWasSent`` tells.
    package func post(contentType: String, body: any ByteSource, timeout: Duration) async throws(TransportFailure) -> HTTPAnswer {
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        let head = ClientExchange.head(for: route.endpoint, contentType: contentType, length: body.count)
        var newConnections = 0
        while true {
            let lease = try await pool.lease(before: deadline)
            do throws(TransportFailure) {
                return try await perform(lease, Request(head: head, body: body, deadline: deadline, patience: timeout))
            } catch {
                guard !error.requestWasSent, !error.is(.stopped) else { throw error }
                // The kept ones run out by themselves; of new ones, one may have met a server that was just closing.
                if case .new = lease {
                    newConnections += 1
                    guard error.is(.connectionLost), newConnections == 1 else { throw error }
                }
            }
        }
    }

    /// Closes connections at rest and, when done, those in use. Later requests fail with ``TransportCode/stopped``.
    package func close() async { pool.close() }

    private struct Request {
        let head: HTTPRequestHead
        let body: any ByteSource
        /// When a small one must be over.
        let deadline: NIODeadline
        let patience: Duration

        /// When the whole exchange must be.
        var end: NIODeadline { deadline + .seconds(Int64(body.count / ClientExchange.bytesPerExtraSecond)) }
    }

    private func perform(
        _ lease: ConnectionPool.Lease, _ request: Request
    ) async throws(TransportFailure) -> HTTPAnswer {
        var survivor: ClientConnection?
        defer { pool.giveBack(survivor) }
        let connection =
            switch lease {
            case .used(let connection): connection
            case .new: try await ClientConnection.open(route, tls: tls, before: request.deadline)
            }
        let outcome = try await connection.perform(
            request.head, body: request.body, deadline: request.end, patience: request.patience)
        survivor = outcome.connectionIsReusable ? connection : nil
        return outcome.answer
    }
}
