import AS4
import Synchronization

/// Scratch space for one body, written by one worker thread after another. Made when the first bytes come.
final class SpillFile: Sendable {
    private let scratch: any ScratchSpace
    private let sink = Mutex<(any ByteSink)?>(nil)

    init(_ scratch: any ScratchSpace) { self.scratch = scratch }

    /// Adds to its end. Blocking. Throws ``StreamFault``.
    func write(_ bytes: [UInt8]) throws(StreamFault) {
        try sink.withLock { sink in
            Result { () throws(StreamFault) in
                if let sink { return try sink.write(bytes) }
                let fresh = try scratch.makeSink()
                sink = fresh
                try fresh.write(bytes)
            }
        }.get()
    }

    /// Ends writing and gives what was written. Throws ``StreamFault``.
    func finish() throws(StreamFault) -> any ByteSource {
        try sink.withLock { sink in
            Result { () throws(StreamFault) -> any ByteSource in
                guard let open = sink else { return MemorySource([]) }
                sink = nil
                return try open.finish()
            }
        }.get()
    }
}
