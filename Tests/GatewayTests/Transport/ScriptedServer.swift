import NIOCore
import NIOPosix
import NIOSSL

@testable import Gateway

/// A server that answers whatever comes with fixed bytes, or does worse.
struct ScriptedServer {
    enum Script: Sendable {
        /// Accepts and never speaks, below TLS.
        case silent
        /// Speaks these bytes instead of TLS.
        case plain(String)
        /// Over TLS: answers each request head seen with these bytes; closes afterwards if asked.
        case answer(String, closes: Bool)
        /// Over TLS: reads the request and never answers.
        case mute
        /// Over TLS: drops the connection without a word when a request comes.
        case drop
    }

    let channel: any Channel
    var port: Int { channel.localAddress?.port ?? 0 }
    var endpoint: ClientEndpoint { ClientEndpoint(host: "localhost", port: port, path: "/as4") }

    /// Runs a server while `body` runs.
    static func run<Result: Sendable>(_ script: Script, _ body: (ScriptedServer) async throws -> Result) async throws -> Result {
        let pki = try TransportPKI.made()
        let context = try NIOSSLContext(configuration: TLSSettings.server(pki.identity("server"), anchors: [pki.certificate("ca")]))
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    switch script {
                    case .silent, .plain: break
                    case .answer, .mute, .drop: try pipeline.addHandler(NIOSSLServerHandler(context: context), name: "tls")
                    }
                    try pipeline.addHandler(ScriptHandler(script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await body(ScriptedServer(channel: channel))
            try await channel.close().get()
            return result
        } catch {
            try await channel.close().get()
            throw error
        }
    }

    private final class ScriptHandler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let script: Script
        private var seen = ""

        init(_ script: Script) { self.script = script }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch script {
            case .silent, .mute: break
            case .plain(let text): context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            // From the head's side of the pipeline, TLS does not say goodbye.
            case .drop: (try? context.pipeline.syncOperations.context(name: "tls"))?.close(promise: nil)
            case .answer(let text, let closes):
                seen += String(buffer: Self.unwrapInboundIn(data))
                guard seen.contains("\r\n\r\n") else { return }
                seen = ""
                context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
                if closes { context.close(promise: nil) }
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
