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
    let body: ByteBuffer
    let deadline: NIODeadline
    let outcome: EventLoopPromise<Outcome>

    static func head(for endpoint: ClientEndpoint, contentType: String, length: Int) -> HTTPRequestHead {
        let headers: HTTPHeaders = [
            "Host": endpoint.authority, "Content-Type": contentType, "Content-Length": String(length),
        ]
        return HTTPRequestHead(version: .http1_1, method: .POST, uri: endpoint.path, headers: headers)
    }
}
