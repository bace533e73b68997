import Logging
import NIOCore
import NIOHTTP1

/// Makes whole requests of HTTP parts and parts of answers, one request at a time, and keeps every limit of ``ListenerLimits``.
///
/// While a request is being answered, or its peer judged again, nothing more is read, so that a peer cannot fill our memory by not waiting.
final class RequestAssemblyHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = ReceivedRequest
    typealias OutboundIn = HTTPAnswer
    typealias OutboundOut = HTTPServerResponsePart

    enum Phase {
        case resting
        case head
        case judging
        case body
        /// The body is complete and goes to disk.
        case storing
        case answering
        case closing

        /// Whether nothing is taken from the peer until something of ours is done.
        var isWaiting: Bool { self == .judging || self == .storing || self == .answering }
    }

    let connection: InboundConnection
    var phase = Phase.resting
    private var incoming: IncomingRequest?
    private var share: RequestShare?
    private var closesAfterAnswer = false
    private var isDraining = false
    /// Parts that were decoded together with what is being waited for: at most one read's worth.
    private var waitingParts = CircularBuffer<HTTPServerRequestPart>()
    /// What is wrong with the bytes after those.
    private var waitingFault: RequestRefusal?
    private var readIsHeld = false

    private var rules: RequestRules { RequestRules(path: connection.setup.path, maximumBody: connection.limits.maximumBody) }

    private static let mostlyFraming = RequestRefusal(.malformed, detail: "chunk framing")

    init(connection: InboundConnection) { self.connection = connection }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = Self.unwrapInboundIn(data)
        switch phase {
        case .closing: break
        case .answering, .judging, .storing: waitingParts.append(part)
        case .resting, .head, .body: take(part, context)
        }
    }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        do throws(RequestRefusal) {
            switch part {
            case .head(let head): try begin(head, context)
            case .body(let bytes): try append(bytes)
            case .end: try finish(context)
            }
        } catch {
            refuse(error, context)
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) throws(RequestRefusal) {
        connection.isResting = false
        guard connection.needsJudgement else { return try accept(head, context) }
        phase = .judging
        connection.timer.disarm()
        connection.judgeAgain(on: context.eventLoop) {
            guard self.phase == .judging else { return }
            self.phase = .head
            do throws(RequestRefusal) {
                try self.accept(head, context)
            } catch {
                self.refuse(error, context)
            }
            self.takeWaiting(context)
        }
    }

    private func accept(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) throws(RequestRefusal) {
        guard !isDraining else { throw RequestRefusal(.draining) }
        let peer = try connection.speaker()
        let plan = try rules.plan(head)
        share = try RequestShare(of: peer.partner, in: connection.ledger)
        phase = .body
        closesAfterAnswer = closesAfterAnswer || plan.closesAfter
        incoming = IncomingRequest(head: head, peer: peer, begun: .now(), body: intake(context))
        if plan.length == nil { connection.tally.chunksBegin(afterHead: RequestRules.wireSize(of: head)) }
        watchBody(context)
        if plan.wantsContinue && plan.length != 0 {
            context.writeAndFlush(Self.wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
    }

    private func append(_ bytes: ByteBuffer) throws(RequestRefusal) {
        let count = bytes.readableBytes
        connection.tally.body(count)
        guard connection.tally.bodyBytes <= connection.limits.maximumBody else {
            throw RequestRefusal(.bodyTooLarge, detail: "limit \(connection.limits.maximumBody) bytes")
        }
        try share?.reserve(count)
        incoming?.body.append(bytes)
    }

    /// A body over a few hundred kilobytes leaves memory as it comes.
    private func intake(_ context: ChannelHandlerContext) -> BodyIntake {
        let runtime = connection.tls.runtime
        return BodyIntake(scratch: connection.setup.scratch, threads: runtime.filePool, eventLoop: context.eventLoop) { result in
            do throws(RequestRefusal) {
                switch result {
                case .success(let count): try self.share?.moveToDisk(count)
                case .failure: throw RequestRefusal(.bodyNotStored)
                }
            } catch {
                return self.refuse(error, context)
            }
            if self.phase == .body { self.resumeReading(context) }
        }
    }

    private func finish(_ context: ChannelHandlerContext) throws(RequestRefusal) {
        guard !connection.tally.isMostlyFraming else { throw Self.mostlyFraming }
        phase = .storing
        connection.timer.disarm()
        connection.tally = WireTally()
        incoming?.body.finish { source in
            guard self.phase == .storing, let request = self.incoming?.finished(path: self.connection.setup.path, body: source) else {
                return
            }
            self.incoming = nil
            self.phase = .answering
            context.fireChannelRead(Self.wrapInboundOut(request))
            context.fireChannelReadComplete()
        }
    }

    private func watchBody(_ context: ChannelHandlerContext) {
        connection.timer.arm(after: min(.seconds(1), connection.limits.bodyTimeout)) {
            guard self.phase == .body, let incoming = self.incoming else { return }
            switch BodyPace(limits: self.connection.limits).verdict(received: incoming.body.received, elapsed: incoming.elapsed) {
            case .inTime: self.watchBody(context)
            case .tooSlow: self.refuse(RequestRefusal(.bodyTimeout, detail: "slower than allowed"), context)
            case .tooLong: self.refuse(RequestRefusal(.bodyTimeout, detail: "longer than allowed"), context)
            }
        }
    }

    private func rest(_ context: ChannelHandlerContext) {
        phase = .resting
        connection.isResting = true
        connection.timer.arm(after: connection.limits.idleTimeout) { self.close(context) }
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard phase == .answering else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        // Before the answer leaves: whoever reads it may send the next request at once, on this connection or another.
        releaseShare()
        send(Self.unwrapOutboundIn(data), closes: closesAfterAnswer || isDraining, context, promise)
    }

    private func send(_ answer: HTTPAnswer, closes: Bool, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        connection.timer.arm(after: connection.limits.answerTimeout) { self.close(context) }
        written.futureResult.assumeIsolated().whenComplete { result in
            if case .success = result, !closes { self.answered(context) } else { self.close(context) }
        }
        context.write(Self.wrapOutboundOut(.head(AnswerHead.make(answer, closes: closes))), promise: nil)
        if !answer.body.isEmpty {
            context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: written)
    }

    /// The answer has left: the next request may come, which may have been waiting.
    private func answered(_ context: ChannelHandlerContext) {
        guard phase == .answering else { return }
        rest(context)
        takeWaiting(context)
    }

    /// Goes on with what came while nothing was taken.
    private func takeWaiting(_ context: ChannelHandlerContext) {
        while !phase.isWaiting, phase != .closing, let part = waitingParts.popFirst() { take(part, context) }
        guard !phase.isWaiting else { return }
        if let fault = waitingFault { refuse(fault, context) }
        resumeReading(context)
    }

    /// Answers with the refusal and closes; the memory is free at once. NIOSSL's close waits for the peer's close_notify and throws away what still comes, so
    /// that the answer is not lost by a reset.
    func refuse(_ refusal: RequestRefusal, _ context: ChannelHandlerContext) {
        guard phase != .closing else { return }
        phase = .closing
        dropIncoming()
        releaseShare()
        connection.note(refusal)
        connection.timer.arm(after: connection.limits.answerTimeout) { self.close(context) }
        connection.prove(refusal, on: context.eventLoop) { proved in
            if context.channel.isActive { self.send(proved.answer, closes: true, context, nil) }
        }
        resumeReading(context)
    }

    private func close(_ context: ChannelHandlerContext) {
        phase = .closing
        dropIncoming()
        connection.timer.disarm()
        resumeReading(context)
        context.close(promise: nil)
    }

    private func dropIncoming() {
        incoming?.body.drop()
        incoming = nil
    }

    private func releaseShare() {
        share?.release()
        share = nil
    }

    // MARK: Events

    func read(context: ChannelHandlerContext) {
        if phase.isWaiting || incoming?.body.isFull == true { readIsHeld = true } else { context.read() }
    }

    private func resumeReading(_ context: ChannelHandlerContext) {
        guard readIsHeld else { return }
        readIsHeld = false
        context.read()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let event as ConnectionEvent: heard(event, context)
        case is ChannelShouldQuiesceEvent:
            isDraining = true
            if phase == .resting { close(context) }
        case ChannelEvent.inputClosed:
            inputClosed(context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    private func inputClosed(_ context: ChannelHandlerContext) {
        switch phase {
        // The peer may close its side and still wait for our answer.
        case .answering, .judging, .storing: closesAfterAnswer = true
        // The answer that is due closes the connection.
        case .closing where connection.isProving: break
        // Both sides have said goodbye. NIOSSL would wait for its time-out all the same when half closure is allowed, as
        // Hummingbird allows it, so the socket is closed from TLS's far side.
        case .closing: (try? context.pipeline.syncOperations.context(name: ListenerChannel.tlsName))?.close(promise: nil)
        case .resting, .head, .body: close(context)
        }
    }

    private func heard(_ event: ConnectionEvent, _ context: ChannelHandlerContext) {
        switch event {
        case .opened: if phase == .resting { rest(context) }
        case .requestBegins:
            guard phase == .resting else { return }
            phase = .head
            connection.timer.arm(after: connection.limits.headTimeout) { self.refuse(RequestRefusal(.headTimeout), context) }
        case .mostlyFraming:
            if phase == .body { refuse(Self.mostlyFraming, context) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let fault = ParserFault.refusal(for: error, tally: connection.tally, limits: connection.limits)
        switch (phase, fault) {
        case (.closing, _), (.answering, nil), (.judging, nil), (.storing, nil): break
        case (.answering, let fault?), (.judging, let fault?), (.storing, let fault?): waitingFault = waitingFault ?? fault
        case (_, let fault?): refuse(fault, context)
        case (_, nil): close(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closing
        connection.timer.disarm()
        dropIncoming()
        releaseShare()
        context.fireChannelInactive()
    }
}
