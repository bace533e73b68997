import AS4
import NIOCore
import NIOPosix

/// Sends the body of one request piece by piece: the next is read when the one before has left. Lives on the connection's event loop only.
final class BodyUpload {
    private let body: any ByteSource
    private let threads: NIOThreadPool
    private let eventLoop: any EventLoop
    private var offset = 0
    private var isOver = false

    init(_ body: any ByteSource, threads: NIOThreadPool, eventLoop: any EventLoop) {
        (self.body, self.threads, self.eventLoop) = (body, threads, eventLoop)
    }

    /// Hands each piece to `send`, which gives a future of its being written, and calls `done` after the last, or with the trouble that ended it.
    func run(_ send: @escaping (ByteBuffer) -> EventLoopFuture<Void>, done: @escaping (Result<Void, any Error>) -> Void) {
        guard offset < body.count else { return done(.success(())) }
        let (body, offset) = (body, offset)
        let piece = threads.runIfActive(eventLoop: eventLoop) { try Self.piece(of: body, at: offset) }
        piece.assumeIsolated().whenComplete { result in
            guard !self.isOver else { return }
            switch result {
            case .failure(let error): done(.failure(error))
            case .success(let bytes):
                self.offset += bytes.readableBytes
                send(bytes).assumeIsolated().whenComplete { written in
                    guard !self.isOver else { return }
                    if case .failure(let error) = written { done(.failure(error)) } else { self.run(send, done: done) }
                }
            }
        }
    }

    /// Nothing more is sent.
    func stop() { isOver = true }

    private static let pieceLength = 256 * 1024

    /// Throws ``StreamFault``.
    static func piece(of body: any ByteSource, at offset: Int) throws -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: min(pieceLength, body.count - offset))
        let count = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 0) { target in
            try body.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: target.prefix(min(pieceLength, body.count - offset))))
        }
        guard count > 0 else { throw StreamFault(.read, errorNumber: 0) }
        return buffer
    }
}
