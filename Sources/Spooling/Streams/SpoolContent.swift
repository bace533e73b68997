/// Bytes of any number that are to be stored, read piece by piece as often as needed and never held whole.
package struct SpoolContent: Sendable {
    /// Reads from an offset into a buffer and tells how much; fewer than asked for only where the content ends. Blocking.
    package typealias Reading = @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws(SpoolError) -> Int

    /// Length in bytes.
    package let length: Int
    private let read: Reading

    /// Bytes in one piece.
    static let pieceLength = 256 << 10

    /// Content that `read` gives; it must stay the same.
    package init(length: Int, read: @escaping Reading) {
        self.length = length
        self.read = read
    }

    /// Hands over everything in order, in one buffer that is used again; tells how many bytes that were, fewer than ``length`` when the
    /// content ended early.
    func forEachPiece(_ body: (UnsafeRawBufferPointer) throws(SpoolError) -> Void) throws(SpoolError) -> Int {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(Self.pieceLength, length)), alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < length {
            let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, length - offset)])
            let count = try read(offset, wanted)
            if count <= 0 { break }
            try body(UnsafeRawBufferPointer(rebasing: wanted[..<count]))
            offset += count
        }
        return offset
    }
}
