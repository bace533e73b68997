/// Content that lies still and can be read at any offset, as often as wanted: memory, or a file that nobody writes any more.
///
/// What makes a part of any size bearable: nothing that takes a source holds more of it in memory than one piece.
package protocol ByteSource: Sendable {
    /// Length in bytes. Never changes.
    var count: Int { get }

    /// Fills `buffer` with what stands from `offset` on and tells how many bytes that were: fewer than asked for only where the content ends.
    /// Blocking. Throws ``StreamFault`` when the disk does not give what it should.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int
}

/// Trouble of our own with a place where bytes lie; never a fault of the message. Whoever meets it answers "later".
package struct StreamFault: Error, Sendable, Equatable {
    /// What failed.
    package enum Operation: String, Sendable {
        /// Making a new place.
        case create
        /// Writing to it.
        case write
        /// Reading from it.
        case read
    }

    /// What failed.
    package let operation: Operation
    /// The system's number for why; 0 when the content was shorter than it had been.
    package let errorNumber: Int32

    /// Names the trouble.
    package init(_ operation: Operation, errorNumber: Int32) {
        self.operation = operation
        self.errorNumber = errorNumber
    }
}

extension ByteSource {
    /// Bytes in one piece of ``forEachPiece(_:)``.
    package static var pieceLength: Int { 256 * 1024 }

    /// Hands over all of it in order, piece by piece, in one buffer that is used again.
    package func forEachPiece<Failure: Error>(
        orThrow wrap: (StreamFault) -> Failure, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(Self.pieceLength, count)), alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < count {
            let read: Int
            do throws(StreamFault) {
                read = try self.read(at: offset, into: buffer)
                guard read > 0 else { throw StreamFault(.read, errorNumber: 0) }
            } catch {
                throw wrap(error)
            }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<read]))
            offset += read
        }
    }

    /// All of it in memory; for what is known to be small. Throws ``StreamFault`` as ``read(at:into:)`` does.
    package func bytes() throws(StreamFault) -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(count)
        try forEachPiece(orThrow: \.self) { piece throws(StreamFault) in all.append(contentsOf: piece) }
        return all
    }
}
