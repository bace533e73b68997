import AS4
import NIOCore
import NIOHTTP1
import NIOPosix
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
    private let threads: NIOThreadPool
    /// The body that is being sent piece by piece.
    private var upload: BodyUpload?
    /// Told when all of that has left, or never will.
    private var unwritten: EventLoopPromise<Void>?

    init(limits: ClientLimits, record: VerificationRecord, ready: EventLoopPromise<Void>, end: ConnectionEnd, threads: NIOThreadPool) {
        self.threads = threads
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
        upload?.stop()
        upload = nil
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
        unwritten?.fail(ChannelError.eof)
        unwritten = nil
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
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenSuccess { self.requestIsWritten = true }
        context.write(Self.wrapOutboundOut(.head(exchange.head)), promise: nil)
        if exchange.body.count <= ClientExchange.smallest {
            // Whoever posts a small body has it in memory.
            watch(exchange, for: Duration(exchange.deadline - .now()), context)
            do {
                if exchange.body.count > 0 {
                    let piece = try BodyUpload.piece(of: exchange.body, at: 0)
                    context.write(Self.wrapOutboundOut(.body(.byteBuffer(piece))), promise: nil)
                }
            } catch {
                die(context, TransportFailure(.bodyUnreadable, requestWasSent: true))
                return written.fail(error)
            }
            context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: written)
        } else {
            stream(exchange, context, written)
        }
    }

    /// The next piece is read when the one before has left: no more than one is in memory, however slow the partner.
    private func stream(_ exchange: ClientExchange, _ context: ChannelHandlerContext, _ written: EventLoopPromise<Void>) {
        let upload = BodyUpload(exchange.body, threads: threads, eventLoop: context.eventLoop)
        (self.upload, unwritten) = (upload, written)
        watch(exchange, for: exchange.patience, context)
        upload.run { piece in
            let left = context.eventLoop.makePromise(of: Void.self)
            left.futureResult.assumeIsolated().whenSuccess {
                if self.upload != nil { self.watch(exchange, for: exchange.patience, context) }
            }
            context.writeAndFlush(Self.wrapOutboundOut(.body(.byteBuffer(piece))), promise: left)
            return left.futureResult
        } done: { result in
            (self.upload, self.unwritten) = (nil, nil)
            switch result {
            case .success:
                let work = Duration.seconds(exchange.body.count / ClientExchange.bytesPerExtraWait)
                self.watch(exchange, for: exchange.patience + work, context)
                context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: written)
            case .failure(let error):
                self.die(context, error is StreamFault ? TransportFailure(.bodyUnreadable, requestWasSent: true) : error)
                written.fail(error)
            }
        }
    }

    /// Ends the exchange when nothing has happened for `span`, and at its deadline whatever happens.
    private func watch(_ exchange: ClientExchange, for span: Duration, _ context: ChannelHandlerContext) {
        timer.arm(after: min(span, Duration(exchange.deadline - .now()))) {
            self.die(context, TransportFailure(.answerTimeout, requestWasSent: true))
        }
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
