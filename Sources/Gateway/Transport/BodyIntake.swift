import AS4
import NIOCore
import NIOPosix

/// Takes the body of one request as it comes: a small one stays in memory, a larger one goes to scratch space by worker threads. Tells when
/// the peer has to wait for the disk. Lives on the connection's event loop only.
final class BodyIntake {
    /// Bytes that stay in memory.
    static let smallest = 256 * 1024
    /// Bytes that may wait for the disk before nothing more is read.
    static let mostWaiting = 1024 * 1024

    /// Told after each write: how many bytes have left memory, or why they could not.
    typealias Stored = (Result<Int, StreamFault>) -> Void

    private let spill: SpillFile
    private let threads: NIOThreadPool
    private let eventLoop: any EventLoop
    private let stored: Stored
    private var waiting: [UInt8] = []
    private var isSpilling = false
    private var isWriting = false
    private var isOver = false
    private var whenWhole: ((any ByteSource) -> Void)?
    private var held: Duration = .zero
    private var heldSince: NIODeadline?
    /// Bytes taken so far.
    private(set) var received = 0

    init(scratch: any ScratchSpace, threads: NIOThreadPool, eventLoop: any EventLoop, stored: @escaping Stored) {
        spill = SpillFile(scratch)
        (self.threads, self.eventLoop, self.stored) = (threads, eventLoop, stored)
    }

    /// Whether nothing more should be read for now.
    var isFull: Bool { isWriting && waiting.count >= Self.mostWaiting }

    /// How long the peer had to wait for our disk: not its own slowness.
    var timeHeld: Duration { held + (heldSince.map { Duration(NIODeadline.now() - $0) } ?? .zero) }

    func append(_ bytes: ByteBuffer) {
        received += bytes.readableBytes
        waiting.append(contentsOf: bytes.readableBytesView)
        writeOn()
        if isFull, heldSince == nil { heldSince = .now() }
    }

    /// The body is complete: `done` gets it as soon as it is stored, at once when it is small.
    func finish(_ done: @escaping (any ByteSource) -> Void) {
        guard isSpilling else { return done(MemorySource(waiting)) }
        whenWhole = done
        writeOn()
    }

    /// Nobody waits for the body any more.
    func drop() {
        isOver = true
        (waiting, whenWhole) = ([], nil)
    }

    private func writeOn() {
        guard !isWriting, !isOver else { return }
        let isEnd = whenWhole != nil
        guard waiting.count > Self.smallest || isEnd && !waiting.isEmpty else { return isEnd ? end() : () }
        (isSpilling, isWriting) = (true, true)
        let piece = waiting
        waiting = []
        run { [spill] () throws(StreamFault) in
            try spill.write(piece)
        } done: { result in
            if let since = self.heldSince {
                self.held += Duration(NIODeadline.now() - since)
                self.heldSince = nil
            }
            self.stored(result.map { _ in piece.count })
            self.writeOn()
        }
    }

    private func end() {
        run { [spill] () throws(StreamFault) in
            try spill.finish()
        } done: { result in
            switch result {
            case .success(let source): self.whenWhole?(source)
            case .failure(let fault): self.stored(.failure(fault))
            }
        }
    }

    /// Runs work on a thread and goes on here unless the request is over meanwhile.
    private func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(StreamFault) -> Value, done: @escaping (Result<Value, StreamFault>) -> Void
    ) {
        isWriting = true
        let outcome = threads.runIfActive(eventLoop: eventLoop) { Result { () throws(StreamFault) in try work() } }
        outcome.assumeIsolated().whenComplete { result in
            self.isWriting = false
            guard !self.isOver else { return }
            done((try? result.get()) ?? .failure(StreamFault(.write, errorNumber: 0)))
        }
    }
}
