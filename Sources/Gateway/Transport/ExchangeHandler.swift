import NIOCore
import NIOHTTP1
import NIOTLS

/// Carries exchanges over one connection to a partner, one at a time, after its TLS handshake.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = ClientExchange
    typealias OutboundOut = HTTPClientRequestPart

    private enum State {
        case handshaking
        case resting
        case exchanging(ClientExchange)
        case dead
    }

    private let limits: ClientLimits
    private let record: VerificationRecord
    private let ready: EventLoopPromise<Void>
    private let end: ConnectionEnd
    private let timer: ConnectionTimer
    private var state = State.handshaking
    private var collector: AnswerCollector
    private var requestIsWritten = false
    private var isFirst = true

    init(limits: ClientLimits, record: VerificationRecord, ready: EventLoopPromise<Void>, end: ConnectionEnd) {
        self.limits = limits
        self.record = record
        self.ready = ready
        self.end = end
        let eventLoop = ready.futureResult.eventLoop
        timer = ConnectionTimer(eventLoop: eventLoop)
        collector = AnswerCollector(maximumBody: limits.maximumBody)
    }

    /// Done with the handshake, or why not.
    var isReady: EventLoopFuture<Void> { ready.futureResult }

    // MARK: Life

    func channelActive(context: ChannelHandlerContext) {
        timer.arm(after: limits.handshakeTimeout) {
            self.die(context, TransportFailure(.handshakeFailed, detail: "not finished within \(self.limits.handshakeTimeout)"))
        }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted:
            guard case .handshaking = state else { return }
            // No idle time yet: the request this connection was made for is on its way.
            timer.disarm()
            state = .resting
            ready.succeed(())
        case TLSUserEvent.shutdownCompleted, ChannelEvent.inputClosed: die(context, ChannelError.eof)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { die(context, error) }

    func channelInactive(context: ChannelHandlerContext) {
        die(context, ChannelError.eof)
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { die(context, ChannelError.eof) }

    /// A cancelled exchange ends now, not when TLS has said goodbye.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        die(context, ChannelError.eof)
        context.close(mode: mode, promise: promise)
    }

    private func rest(_ context: ChannelHandlerContext) {
        state = .resting
        timer.arm(after: limits.idleLifetime) { self.die(context, ChannelError.eof) }
    }

    /// Ends whatever goes on, and the connection.
    private func die(_ context: ChannelHandlerContext, _ error: any Error) {
        let last = state
        if case .dead = last { return }
        state = .dead
        timer.disarm()
        let failure = FailureDiagnosis.exchange(error, isFirst: isFirst && !collector.hasBegun)
        switch last {
        case .handshaking:
            let failure = FailureDiagnosis.handshake(error, record: record)
            end.note(failure)
            ready.fail(failure)
        case .resting: end.note(failure.sent(false))
        case .exchanging(let exchange): exchange.outcome.fail(failure.whole(requestIsWritten))
        case .dead: break
        }
        context.close(promise: nil)
    }

    // MARK: Exchange

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let exchange = Self.unwrapOutboundIn(data)
        guard case .resting = state else {
            // Nothing was written: the connection had ended since it was taken from the pool.
            exchange.outcome.fail(end.failure)
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        state = .exchanging(exchange)
        collector = AnswerCollector(maximumBody: limits.maximumBody)
        requestIsWritten = false
        timer.arm(after: Duration(exchange.deadline - .now())) {
            self.die(context, TransportFailure(.answerTimeout, requestWasSent: true))
        }
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenSuccess { self.requestIsWritten = true }
        context.write(Self.wrapOutboundOut(.head(exchange.head)), promise: nil)
        context.write(Self.wrapOutboundOut(.body(.byteBuffer(exchange.body))), promise: nil)
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: written)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .exchanging(let exchange) = state else { return die(context, ChannelError.eof) }
        do throws(TransportFailure) {
            guard let (answer, isReusable) = try collector.take(Self.unwrapInboundIn(data)) else { return }
            isFirst = false
            // An answer that came before the whole request leaves request bytes in the way of the next exchange.
            let survives = isReusable && requestIsWritten
            rest(context)
            exchange.outcome.succeed(ClientExchange.Outcome(answer: answer, connectionIsReusable: survives))
            if !survives { die(context, ChannelError.eof) }
        } catch {
            die(context, error)
        }
    }
}
