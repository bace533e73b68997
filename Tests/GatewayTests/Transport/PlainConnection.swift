import NIOCore
import NIOPosix
import TestSupport

/// A TCP connection without TLS.
struct PlainConnection {
    let channel: any Channel

    static func open(port: Int) async throws -> PlainConnection {
        PlainConnection(
            channel: try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port).get())
    }

    func send(_ text: String) { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }
    func closed() async throws -> Bool { try await eventually(within: .seconds(10)) { !channel.isActive } }
    func close() { channel.close(promise: nil) }
}
