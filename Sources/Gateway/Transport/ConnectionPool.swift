import NIOCore
import Synchronization

/// Lends the connections to one partner, at most a fixed number, and makes others wait their turn.
final class ConnectionPool: Sendable {
    /// The right to use a connection: one that has served before, or a new one to be opened.
    enum Lease: Sendable {
        case used(ClientConnection)
        case new
    }

    fileprivate struct Waiter {
        let id: Int
        let turn: EventLoopPromise<Lease>
    }

    fileprivate struct State {
        var resting: [ClientConnection] = []
        /// Leases out plus connections resting.
        var count = 0
        var waiters: [Waiter] = []
        var nextWaiter = 0
        var isClosed = false
    }

    private let maximum: Int
    private let isFit: @Sendable (ClientConnection) -> Bool
    private let eventLoopGroup: any EventLoopGroup
    private let state = Mutex(State())

    /// - Parameter isFit: asked before a connection is lent again, whether its peer is trusted still.
    init(maximum: Int, eventLoopGroup: any EventLoopGroup, isFit: @escaping @Sendable (ClientConnection) -> Bool) {
        self.maximum = max(1, maximum)
        self.isFit = isFit
        self.eventLoopGroup = eventLoopGroup
    }

    /// Waits for a lease until `deadline`. Every lease must come back by ``giveBack(_:)``.
    func lease(before deadline: NIODeadline) async throws(TransportFailure) -> Lease {
        let eventLoop = eventLoopGroup.any()
        let turn = eventLoop.makePromise(of: Lease.self)
        let waiter = state.withLock { $0.enqueue(turn, maximum: maximum, isFit: isFit) }
        let timeout = eventLoop.scheduleTask(deadline: deadline) {
            self.abandon(waiter, TransportFailure(.connectionsBusy, detail: "limit \(self.maximum) connections"))
        }
        defer { timeout.cancel() }
        do {
            return try await withTaskCancellationHandler {
                try await turn.futureResult.get()
            } onCancel: {
                abandon(waiter, TransportFailure(.stopped))
            }
        } catch {
            throw error as? TransportFailure ?? TransportFailure(.stopped)
        }
    }

    /// Returns a lease; nil when its connection is of no more use.
    func giveBack(_ connection: ClientConnection?) {
        let fit = connection.flatMap { isFit($0) ? $0 : nil }
        if fit == nil { connection?.close() }
        let (waiter, lease, surplus) = state.withLock { $0.giveBack(fit) }
        surplus?.close()
        if let lease { waiter?.turn.succeed(lease) }
    }

    /// Closes resting connections now and lent ones when they come back; whoever waits or comes later is refused.
    func close() {
        let (resting, waiters) = state.withLock { state in
            state.isClosed = true
            defer { (state.resting, state.waiters) = ([], []) }
            state.count -= state.resting.count
            return (state.resting, state.waiters)
        }
        for connection in resting { connection.close() }
        for waiter in waiters { waiter.turn.fail(TransportFailure(.stopped)) }
    }

    private func abandon(_ id: Int, _ failure: TransportFailure) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
        }
        waiter?.turn.fail(failure)
    }
}

extension ConnectionPool.State {
    /// Grants at once or lets wait; the number names the waiter.
    mutating func enqueue(
        _ turn: EventLoopPromise<ConnectionPool.Lease>, maximum: Int, isFit: (ClientConnection) -> Bool
    ) -> Int {
        nextWaiter += 1
        guard !isClosed else {
            turn.fail(TransportFailure(.stopped))
            return nextWaiter
        }
        while let connection = resting.popLast() {
            if isFit(connection) {
                turn.succeed(.used(connection))
                return nextWaiter
            }
            connection.close()
            count -= 1
        }
        if count < maximum {
            count += 1
            turn.succeed(.new)
        } else {
            waiters.append(ConnectionPool.Waiter(id: nextWaiter, turn: turn))
        }
        return nextWaiter
    }

    /// Who is next, with what, and a connection to be closed.
    mutating func giveBack(
        _ connection: ClientConnection?
    ) -> (waiter: ConnectionPool.Waiter?, lease: ConnectionPool.Lease?, surplus: ClientConnection?) {
        guard !isClosed else {
            count -= 1
            return (nil, nil, connection)
        }
        if !waiters.isEmpty {
            return (waiters.removeFirst(), connection.map { .used($0) } ?? .new, nil)
        }
        if let connection { resting.append(connection) } else { count -= 1 }
        return (nil, nil, nil)
    }
}
