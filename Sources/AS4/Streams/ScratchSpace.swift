/// Where content goes that is too large for memory while a message is worked on. What was written and is no longer referred to is gone;
/// nothing of it survives a crash.
package protocol ScratchSpace: Sendable {
    /// A new, empty place, readable by us alone. Throws ``StreamFault``.
    func makeSink() throws(StreamFault) -> any ByteSink
}

/// A place that is written once, from start to end, by one owner.
package protocol ByteSink: AnyObject {
    /// Adds to its end. Blocking. Throws ``StreamFault``.
    func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault)

    /// Ends writing and gives what was written. Call once, last; a sink that is dropped before leaves nothing behind. Throws ``StreamFault``.
    func finish() throws(StreamFault) -> any ByteSource
}

/// Scratch space in memory, for small messages and for tests.
package struct MemoryScratch: ScratchSpace {
    /// Holds nothing yet.
    package init() {}

    /// A place that grows in memory. Never throws.
    package func makeSink() throws(StreamFault) -> any ByteSink { MemorySink() }

    private final class MemorySink: ByteSink {
        private var content: [UInt8] = []

        func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) { content.append(contentsOf: bytes) }

        func finish() throws(StreamFault) -> any ByteSource { MemorySource(content) }
    }
}
