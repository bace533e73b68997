import NIOCore
import NIOHTTP1

/// What the HTTP parser's errors mean to the peer.
enum ParserFault {
    /// Nil for an error that is not the parser's: the connection itself is broken.
    static func refusal(for error: any Error, tally: WireTally, limits: ListenerLimits) -> RequestRefusal? {
        if case ByteToMessageDecoderError.dataReceivedInErrorState = error { return RequestRefusal(.malformed) }
        guard let error = error as? HTTPParserError else { return nil }
        switch error {
        case .headerOverflow where tally.requestLineBytes > limits.maximumHeader: return RequestRefusal(.targetTooLong)
        case .headerOverflow:
            return RequestRefusal(.headTooLarge, detail: "limit \(limits.maximumHeader) bytes, \(limits.maximumFields) fields")
        case .invalidVersion: return RequestRefusal(.versionUnsupported)
        default: return RequestRefusal(.malformed)
        }
    }
}
