import NIOCore
import NIOHTTP1
import NIOSSL

/// One request for revocation data on one connection: takes the whole answer under its limits, or says why not.
final class FetchExchange: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let request: FetchRequest
    private let outcome: EventLoopPromise<[UInt8]>
    private var body: [UInt8] = []
    private var isDone = false

    init(_ request: FetchRequest, outcome: EventLoopPromise<[UInt8]>) { (self.request, self.outcome) = (request, outcome) }

    func channelActive(context: ChannelHandlerContext) {
        var head = HTTPRequestHead(version: .http1_1, method: request.body == nil ? .GET : .POST, uri: request.address.target)
        head.headers.add(name: "Host", value: request.address.authority)
        head.headers.add(name: "User-Agent", value: "sluss")
        head.headers.add(name: "Connection", value: "close")
        if let body = request.body {
            head.headers.add(name: "Content-Type", value: "application/ocsp-request")
            head.headers.add(name: "Content-Length", value: "\(body.count)")
        }
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        if let body = request.body { context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil) }
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        switch Self.unwrapInboundIn(data) {
        case .head(let head):
            let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
            if head.status != .ok {
                end(context, .failure(FetchFailure(.badStatus, "HTTP \(head.status.code)")))
            } else if length > request.maximumBytes {
                end(context, .failure(FetchFailure(.tooLarge, "\(length) bytes")))
            }
        case .body(let part):
            guard body.count + part.readableBytes <= request.maximumBytes else {
                return end(context, .failure(FetchFailure(.tooLarge, "more than \(request.maximumBytes) bytes")))
            }
            body.append(contentsOf: part.readableBytesView)
        case .end: end(context, .success(body))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Servers that end a connection without TLS's goodbye have sent everything, as the framing of HTTP tells.
        if case NIOSSLError.uncleanShutdown = error { return }
        end(context, .failure(FetchFailure(.unreachable, FailureDiagnosis.reason(error))))
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(context, .failure(FetchFailure(.unreachable, "connection closed")))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end(context, .failure(FetchFailure(.unreachable, "connection closed")))
    }

    private func end(_ context: ChannelHandlerContext, _ result: Result<[UInt8], FetchFailure>) {
        guard !isDone else { return }
        isDone = true
        outcome.completeWith(result.mapError { $0 as any Error })
        context.close(promise: nil)
    }
}

/// What is fetched, and how much of it is taken.
struct FetchRequest: Sendable {
    let address: FetchAddress
    /// An OCSP request; nil to get a list.
    let body: [UInt8]?

    var maximumBytes: Int { body == nil ? 20 << 20 : 64 << 10 }
}
