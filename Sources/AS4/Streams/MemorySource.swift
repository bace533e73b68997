/// A source in memory.
package struct MemorySource: ByteSource, Equatable {
    private let content: [UInt8]

    /// Takes the bytes as they are.
    package init(_ content: [UInt8]) { self.content = content }

    /// Length in bytes.
    package var count: Int { content.count }

    /// As ``ByteSource/read(at:into:)`` has it.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
        guard offset >= 0, offset < content.count else { return 0 }
        let end = min(content.count, offset + buffer.count)
        buffer.copyBytes(from: content[offset..<end])
        return end - offset
    }
}
