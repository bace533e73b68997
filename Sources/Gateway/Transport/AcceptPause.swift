import Glibc
import NIOCore

/// Lets the listening socket rest for a second when no descriptor, or no memory, is left for a connection.
///
/// NIO puts off the next read then, but goes on asking the kernel, which says each time that somebody is waiting: a thread would run in
/// circles. While reading is not automatic, the kernel is not asked.
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let shortages: Set<Int32> = [EMFILE, ENFILE, ENOBUFS, ENOMEM]
    private var isPausing = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.fireErrorCaught(error)
        guard !isPausing, let code = (error as? IOError)?.errnoCode, Self.shortages.contains(code) else { return }
        isPausing = true
        // These fail only on a channel that is closed, where there is nothing to read any more.
        let options = context.channel.syncOptions
        try? options?.setOption(.autoRead, value: false)
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
            self.isPausing = false
            try? options?.setOption(.autoRead, value: true)
        }
    }
}
