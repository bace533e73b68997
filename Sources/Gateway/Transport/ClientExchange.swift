import AS4
import NIOCore
import NIOHTTP1

/// One request and where its outcome goes: what is written to a client channel.
struct ClientExchange: Sendable {
    struct Outcome: Sendable {
        let answer: HTTPAnswer
        /// Whether the connection may carry another exchange.
        let connectionIsReusable: Bool
    }

    let head: HTTPRequestHead
    let body: any ByteSource
    /// When all of it must be over.
    let deadline: NIODeadline
    /// How long a piece of the body may take to leave, and the answer to come after the last.
    let patience: Duration
    let outcome: EventLoopPromise<Outcome>

    /// A body up to this length is sent as one piece.
    static let smallest = 256 * 1024
    /// Bytes of body for which the whole exchange may take a second longer: how slow a line we bear.
    static let bytesPerExtraSecond = 64 * 1024
    /// Bytes of body for which the answer may take a second longer: how slow a partner's disk we bear.
    static let bytesPerExtraWait = 4 * 1024 * 1024

    static func head(for endpoint: ClientEndpoint, contentType: String, length: Int) -> HTTPRequestHead {
        let headers: HTTPHeaders = [
            "Host": endpoint.authority, "Content-Type": contentType, "Content-Length": String(length),
        ]
        return HTTPRequestHead(version: .http1_1, method: .POST, uri: endpoint.path, headers: headers)
    }
}
