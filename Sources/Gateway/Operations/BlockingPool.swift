import NIOPosix

/// The threads that may block: file system calls with their syncs, libxml2 and private-key operations.
///
/// Swift's cooperative pool has as few threads as the machine has cores; one fsync on it stops every task. Work handed to this pool
/// waits here instead.
package struct BlockingPool: Sendable {
    private let threads: NIOThreadPool

    /// Starts the threads.
    ///
    /// - Parameter threadCount: more than cores, because most of the work waits for the disk; syncs of different messages run side by side.
    package init(threadCount: Int = 16) {
        threads = NIOThreadPool(numberOfThreads: threadCount)
        threads.start()
    }

    /// The NIO pool behind, for libraries that want one.
    package var threadPool: NIOThreadPool { threads }

    /// Runs `work` on a pool thread and returns its result, also in a task that was cancelled: what was begun on disk for a message is ended
    /// there, so that a stopped attempt still parks its message. (NIO's own `runIfActive` would throw before the work began.)
    ///
    /// - Throws: what `work` throws; `CancellationError` when the pool has been stopped.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            threads.submit { state in
                switch state {
                case .active: continuation.resume(with: Swift.Result(catching: work))
                case .cancelled: continuation.resume(throwing: CancellationError())
                }
            }
        }
    }

    /// Stops the threads after the work they have begun.
    package func stop() async {
        try? await threads.shutdownGracefully()
    }
}
