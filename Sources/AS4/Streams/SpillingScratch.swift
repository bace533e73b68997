/// Scratch space that keeps what is small in memory and turns to the one below only for more: most messages are a few kilobytes, and a
/// file for each of their steps would cost more than the steps.
package struct SpillingScratch: ScratchSpace {
    private let base: any ScratchSpace
    private let threshold: Int

    /// Keeps up to `threshold` bytes of each place in memory.
    package init(_ base: any ScratchSpace, threshold: Int = 256 * 1024) {
        self.base = base
        self.threshold = threshold
    }

    /// A place in memory that moves to the scratch space below when it grows. Never throws; writing to it may.
    package func makeSink() throws(StreamFault) -> any ByteSink { SpillingSink(base, threshold) }

    private final class SpillingSink: ByteSink {
        private let base: any ScratchSpace
        private let threshold: Int
        private var kept: [UInt8] = []
        private var spilled: (any ByteSink)?

        init(_ base: any ScratchSpace, _ threshold: Int) {
            self.base = base
            self.threshold = threshold
        }

        func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) {
            if let spilled { return try spilled.write(bytes) }
            guard kept.count + bytes.count > threshold else { return kept.append(contentsOf: bytes) }
            let sink = try base.makeSink()
            try sink.write(kept)
            try sink.write(bytes)
            (spilled, kept) = (sink, [])
        }

        func finish() throws(StreamFault) -> any ByteSource {
            if let spilled { return try spilled.finish() }
            return MemorySource(kept)
        }
    }
}
