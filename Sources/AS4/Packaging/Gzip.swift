import CZlib

/// gzip as AS4 uses it (AS4 Profile 3.1, RFC 1952): one member, whole, nothing after it. Both ways stream: memory does not grow with content.
package enum Gzip {
    /// How hard to compress.
    package enum Effort: Sendable, Equatable {
        /// As gzip does by itself.
        case usual
        /// Without repetitions: a byte of content takes a bit at least, so that nothing shrinks to less than an eighth.
        case literal

        var strategy: Int32 { self == .usual ? Z_DEFAULT_STRATEGY : Z_HUFFMAN_ONLY }
    }

    /// Compresses at level 6 with no name and no time in the header, so that the same content gives the same bytes.
    /// Throws A090 when zlib fails, which it does for want of memory only, and A092.
    package static func compress(_ source: any ByteSource, into sink: any ByteSink, effort: Effort = .usual) throws(EBMSError) {
        guard let stream = GzipStream(.compress(effort)) else { throw EBMSError(.notPackageable, detail: "deflateInit") }
        let pass = { (output: UnsafeRawBufferPointer) throws(EBMSError) in
            try storing { () throws(StreamFault) in try sink.write(output) }
        }
        try source.forEachPiece(orThrow: EBMSError.init) { piece throws(EBMSError) in
            let status = try stream.push(piece, isLast: false, pass)
            guard GzipStream.isHungry(status) else { throw EBMSError(.notPackageable, detail: "deflate \(status)") }
        }
        let status = try stream.push(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, pass)
        guard status == Z_STREAM_END else { throw EBMSError(.notPackageable, detail: "deflate \(status)") }
    }

    /// Decompresses and checks length and CRC. Throws A045 for what is not a whole gzip stream, A046 beyond the limits (checked while
    /// it grows, never after), A047 for bytes after it, a second member too: a reader that takes only the first sees other content. A092.
    package static func decompress(_ source: any ByteSource, limits: InboundLimits, into sink: any ByteSink) throws(EBMSError) {
        guard let stream = GzipStream(.decompress) else { throw EBMSError(.gzipMalformed, detail: "inflateInit") }
        let maximum = limits.expansion(of: source.count)
        var written = 0
        var isAtEnd = false
        try source.forEachPiece(orThrow: EBMSError.init) { piece throws(EBMSError) in
            guard !isAtEnd else { throw EBMSError(.gzipTrailing, detail: "\(piece.count) bytes or more") }
            let status = try stream.push(piece, isLast: false) { output throws(EBMSError) in
                written += output.count
                guard written <= maximum else { throw EBMSError(.gzipTooLarge, detail: "over \(maximum) bytes") }
                try storing { () throws(StreamFault) in try sink.write(output) }
            }
            isAtEnd = status == Z_STREAM_END
            guard isAtEnd || GzipStream.isHungry(status) else { throw EBMSError(.gzipMalformed, detail: "zlib \(status)") }
            guard !isAtEnd || stream.unread == 0 else { throw EBMSError(.gzipTrailing, detail: "\(stream.unread) bytes or more") }
        }
        guard isAtEnd else { throw EBMSError(.gzipMalformed, detail: "ends early") }
    }
}

extension InboundLimits {
    /// Bytes that a gzip stream of `count` bytes may give.
    func expansion(of count: Int) -> Int { min(payloadBytes, proportion(of: count)) }

    /// The same by the ratio alone, whatever the size.
    func proportion(of count: Int) -> Int {
        let (ratioLimit, overflow) = count.multipliedReportingOverflow(by: expansionRatio)
        return max(expansionFloor, overflow ? .max : ratioLimit)
    }
}
