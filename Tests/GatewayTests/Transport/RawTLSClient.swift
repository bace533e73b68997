import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import TestSupport

/// Writes bytes to a TLS connection as they are and keeps what comes back.
final class RawTLSClient: Sendable {
    private struct Received {
        var bytes: [UInt8] = []
        var isClosed = false
        var error: String?
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        let client: RawTLSClient

        init(_ client: RawTLSClient) { self.client = client }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = Self.unwrapInboundIn(data)
            client.received.withLock { $0.bytes.append(contentsOf: buffer.readableBytesView) }
        }
        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            client.received.withLock { $0.error = $0.error ?? String(describing: error) }
            context.close(promise: nil)
        }
        func channelInactive(context: ChannelHandlerContext) { client.received.withLock { $0.isClosed = true } }
    }

    private let received = Mutex(Received())
    private let channelBox = Mutex<(any Channel)?>(nil)

    static func connect(port: Int, settings: TLSConfiguration) async throws -> RawTLSClient {
        let client = RawTLSClient()
        let context = try NIOSSLContext(configuration: settings)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: nil))
                    try channel.pipeline.syncOperations.addHandler(Collector(client))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        client.channelBox.withLock { $0 = channel }
        return client
    }

    /// Sends; errors show as closing.
    func send(_ bytes: [UInt8]) { channelBox.withLock { $0 }?.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil) }
    func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends and waits until the bytes have left the process.
    func sendNow(_ text: String) async throws {
        try await channelBox.withLock { $0 }?.writeAndFlush(ByteBuffer(string: text)).get()
    }

    /// Reads nothing more, not even the peer's goodbye.
    func stopReading() async throws { try await channelBox.withLock { $0 }?.setOption(.autoRead, value: false).get() }

    func close() { channelBox.withLock { $0 }?.close(promise: nil) }

    var text: String { received.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    var isClosed: Bool { received.withLock { $0.isClosed } }
    var error: String? { received.withLock { $0.error } }

    /// Status codes of the answers so far.
    var statuses: [Int] {
        text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: true).compactMap { Int($0.prefix(3)) }
    }

    /// Waits until the peer has closed, or `span` is over.
    func closed(within span: Duration = .seconds(10)) async throws -> Bool { try await eventually(within: span) { isClosed } }

    /// Waits for a number of answers, or until the peer has closed.
    func answers(_ count: Int, within span: Duration = .seconds(10)) async throws -> [Int] {
        _ = try await eventually(within: span) { isClosed || statuses.count >= count }
        return statuses
    }
}
