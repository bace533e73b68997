import CShim
import CZlib

/// gzip as AS4 uses it (AS4 Profile 3.1, RFC 1952): one member, whole, nothing after it.
package enum Gzip {
    private static let chunk = 64 * 1024

    /// Compresses at level 6 with no name and no time in the header, so that the same content gives the same bytes.
    /// Throws A090 when zlib fails, which it does for want of memory only.
    static func compress(_ bytes: [UInt8]) throws(EBMSError) -> [UInt8] {
        var stream = z_stream()
        guard sluss_deflate_init_gzip(&stream, 6) == Z_OK else { throw EBMSError(.notPackageable, detail: "deflateInit") }
        defer { deflateEnd(&stream) }
        var output: [UInt8] = []
        let status = drive(
            &stream, bytes, { deflate(&$0, Z_FINISH) },
            { piece in
                output += piece
                return true
            })
        guard status == Z_STREAM_END else { throw EBMSError(.notPackageable, detail: "deflate \(status)") }
        return output
    }

    /// Decompresses and checks length and CRC. Throws A045 for what is not a whole gzip stream, A046 beyond the limits (checked while
    /// it grows, never after), A047 for bytes after it, a second member too: a reader that takes only the first sees other content.
    package static func decompress(_ bytes: [UInt8], limits: InboundLimits) throws(EBMSError) -> [UInt8] {
        var stream = z_stream()
        guard sluss_inflate_init_gzip(&stream) == Z_OK else { throw EBMSError(.gzipMalformed, detail: "inflateInit") }
        defer { inflateEnd(&stream) }
        let (ratioLimit, overflow) = bytes.count.multipliedReportingOverflow(by: limits.expansionRatio)
        let maximum = min(limits.payloadBytes, max(limits.expansionFloor, overflow ? .max : ratioLimit))
        var output: [UInt8] = []
        let status = drive(
            &stream, bytes, { inflate(&$0, Z_NO_FLUSH) },
            { piece in
                guard output.count + piece.count <= maximum else { return false }
                output += piece
                return true
            })
        guard status != tooMuch else { throw EBMSError(.gzipTooLarge, detail: "over \(maximum) bytes") }
        guard status == Z_STREAM_END else { throw EBMSError(.gzipMalformed, detail: "zlib \(status)") }
        guard stream.avail_in == 0 else { throw EBMSError(.gzipTrailing, detail: "\(stream.avail_in) bytes") }
        return output
    }

    /// A status of ours beside zlib's: the sink took no more.
    private static let tooMuch: Int32 = 1000

    /// Feeds all input and passes output on piece by piece, until zlib ends, fails or starves, or the sink refuses.
    private static func drive(
        _ stream: inout z_stream, _ input: [UInt8], _ step: (inout z_stream) -> Int32, _ sink: (ArraySlice<UInt8>) -> Bool
    ) -> Int32 {
        guard let length = UInt32(exactly: input.count) else { return tooMuch }
        var input = input
        var buffer = [UInt8](repeating: 0, count: chunk)
        return input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = length
            while true {
                let status = buffer.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return step(&stream)
                }
                let produced = chunk - Int(stream.avail_out)
                guard sink(buffer[..<produced]) else { return tooMuch }
                // Z_OK without output means that the input ended inside the stream.
                guard status == Z_OK, produced > 0 || stream.avail_in > 0 else { return status }
            }
        }
    }
}
