/// A stretch of another source, such as one part of a MIME entity.
package struct SourceSlice: ByteSource {
    private let base: any ByteSource
    private let range: Range<Int>

    /// `range` must lie within the base.
    package init(_ base: any ByteSource, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= base.count, "a slice reaches beyond its source")
        self.base = base
        self.range = range
    }

    /// Length in bytes.
    package var count: Int { range.count }

    /// As ``ByteSource/read(at:into:)`` has it.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
        let left = min(buffer.count, range.count - offset)
        guard offset >= 0, left > 0 else { return 0 }
        return try base.read(at: range.lowerBound + offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<left]))
    }
}
