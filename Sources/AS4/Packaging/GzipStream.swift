import CShim
import CZlib

/// One zlib stream with gzip framing. Lies at one address for its whole life, which zlib demands.
final class GzipStream {
    enum Direction: Equatable {
        case compress(Gzip.Effort)
        case decompress
    }

    private static let chunk = 64 * 1024
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
    private let direction: Direction

    /// Nil when zlib has no memory for it.
    init?(_ direction: Direction) {
        self.direction = direction
        stream.initialize(to: z_stream())
        let status =
            switch direction {
            case .compress(let effort): sluss_deflate_init_gzip(stream, 6, effort.strategy)
            case .decompress: sluss_inflate_init_gzip(stream)
            }
        guard status == Z_OK else { return nil }
    }

    deinit {
        // Harmless for a stream that could not be opened.
        if isCompressing { deflateEnd(stream) } else { inflateEnd(stream) }
        stream.deallocate()
        output.deallocate()
    }

    private var isCompressing: Bool { direction != .decompress }

    /// Bytes of the last piece that were not taken, because the stream ended before them.
    var unread: Int { Int(stream.pointee.avail_in) }

    /// True when the stream is sound and wants more input.
    static func isHungry(_ status: Int32) -> Bool { status == Z_OK || status == Z_BUF_ERROR }

    /// Feeds one piece and passes on what comes out. Answers zlib's last status. Throws what `pass` throws.
    func push(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, _ pass: (UnsafeRawBufferPointer) throws(EBMSError) -> Void
    ) throws(EBMSError) -> Int32 {
        // zlib's input pointer is not const, but zlib does not write there.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(piece.count)
        while true {
            stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(Self.chunk)
            let flush = isLast ? Z_FINISH : Z_NO_FLUSH
            let status = isCompressing ? deflate(stream, flush) : inflate(stream, flush)
            let produced = Self.chunk - Int(stream.pointee.avail_out)
            if produced > 0 { try pass(UnsafeRawBufferPointer(rebasing: output[..<produced])) }
            // A full output buffer means that there may be more; anything but Z_OK means that there is not.
            guard status == Z_OK, stream.pointee.avail_out == 0 || stream.pointee.avail_in > 0 else { return status }
        }
    }
}
