import NIOCore

/// What came over the wire for the request at hand, before and after parsing. The parser has no limit for some things: this has.
struct WireTally {
    /// Bytes that may be framing before the share of ``framingPerByte`` counts.
    static let framingAllowance = 16 * 1024
    /// Framing bytes for each body byte; chunks of a single byte need five.
    static let framingPerByte = 8

    private(set) var rawBytes = 0
    private(set) var bodyBytes = 0
    /// Bytes up to the first line feed, or so far.
    private(set) var requestLineBytes = 0
    private var requestLineEnded = false
    private var headBytes: Int?

    mutating func received(_ bytes: ByteBufferView) {
        rawBytes += bytes.count
        guard !requestLineEnded else { return }
        if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
            requestLineEnded = true
            requestLineBytes += bytes.distance(from: bytes.startIndex, to: end)
        } else {
            requestLineBytes += bytes.count
        }
    }

    /// Ends the head of a chunked request: what came beyond its `size` is body and framing. Bytes of a next request, read together
    /// with this one, count as framing too; who sends requests without waiting for answers has to use small ones.
    mutating func chunksBegin(afterHead size: Int) { headBytes = size }

    mutating func body(_ count: Int) { bodyBytes += count }

    /// Whether chunk framing (extensions, tiny chunks, trailers) outweighs what it frames.
    var isMostlyFraming: Bool {
        guard let headBytes else { return false }
        return rawBytes - headBytes - bodyBytes > Self.framingAllowance + bodyBytes * Self.framingPerByte
    }
}
