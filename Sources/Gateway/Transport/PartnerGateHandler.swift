import Documents
import Logging
import NIOCore
import NIOSSL
import NIOTLS
import Signatures

/// Stands between TLS and HTTP: no byte passes before the peer is proved to be a partner.
///
/// A full handshake has proved it in its verification callback. A resumed session had no callback, so its leaf is looked up and its
/// chain judged again here, with everything that comes meanwhile held back.
final class PartnerGateHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private enum State {
        case handshaking
        case judging(held: [ByteBuffer])
        case open
        case shut
    }

    /// Bytes held back while a resumed session is judged; a peer that sends more does not wait its turn.
    private static let maximumHeld = 256 * 1024

    private let connection: InboundConnection
    private let generation: TLSGeneration
    private let verifier: PeerVerifier
    private var state = State.handshaking

    init(connection: InboundConnection, generation: TLSGeneration, record: VerificationRecord) {
        self.connection = connection
        self.generation = generation
        verifier = connection.tls.clientVerifier(generation, record: record)
    }

    func channelActive(context: ChannelHandlerContext) {
        connection.timer.arm(after: connection.limits.handshakeTimeout) { self.shut(context, .handshakeTimeout, detail: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .shut
        connection.leave()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { handshakeCompleted(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch state {
        case .open: pass(Self.unwrapInboundIn(data), context)
        case .judging(let held): hold(Self.unwrapInboundIn(data), after: held, context)
        // TLS delivers nothing before its handshake; what comes after the gate has shut is nobody's.
        case .handshaking, .shut: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch state {
        case .open: context.fireErrorCaught(error)
        case .handshaking, .judging: handshakeFailed(context, error)
        case .shut: break
        }
    }

    private func handshakeFailed(_ context: ChannelHandlerContext, _ error: any Error) {
        if let refusal = verifier.record.refusal {
            shut(context, .clientNotTrusted, detail: "\(refusal.code) \(refusal.detail ?? refusal.text.en)")
        } else {
            shut(context, .handshakeFailed, detail: FailureDiagnosis.tlsReason(error))
        }
    }

    private func handshakeCompleted(_ context: ChannelHandlerContext) {
        guard case .handshaking = state else { return }
        if let peer = verifier.record.admitted { return open(peer, context) }
        let leaf = try? context.pipeline.syncOperations.nioSSL_peerCertificate()?.toDERBytes()
        guard let leaf, let chain = generation.knownChains.chain(ofLeaf: Digest.sha256(leaf)) else {
            return shut(context, .clientNotTrusted, detail: "resumed session of an unknown peer")
        }
        state = .judging(held: [])
        verifier.verify(chain: chain, on: context.eventLoop).assumeIsolated().whenSuccess { isTrusted in
            self.judged(isTrusted, context)
        }
    }

    private func judged(_ isTrusted: Bool, _ context: ChannelHandlerContext) {
        guard case .judging(let held) = state else { return }
        guard isTrusted, let peer = verifier.record.admitted else {
            let refusal = verifier.record.refusal
            return shut(context, .clientNotTrusted, detail: "\(refusal?.code ?? "") \(refusal?.detail ?? "resumed session")")
        }
        open(peer, context)
        for bytes in held { pass(bytes, context) }
        context.fireChannelReadComplete()
    }

    private func hold(_ bytes: ByteBuffer, after held: [ByteBuffer], _ context: ChannelHandlerContext) {
        guard held.reduce(bytes.readableBytes, { $0 + $1.readableBytes }) <= Self.maximumHeld else {
            return shut(context, .memoryBudget, detail: "before a resumed session was judged")
        }
        state = .judging(held: held + [bytes])
    }

    private func open(_ peer: AdmittedPeer, _ context: ChannelHandlerContext) {
        state = .open
        connection.timer.disarm()
        connection.admit(peer)
        context.fireUserInboundEventTriggered(ConnectionEvent.opened)
    }

    private func pass(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        if connection.isResting {
            connection.isResting = false
            context.fireUserInboundEventTriggered(ConnectionEvent.requestBegins)
        }
        connection.tally.received(bytes.readableBytesView)
        context.fireChannelRead(Self.wrapInboundOut(bytes))
        if connection.tally.isMostlyFraming { context.fireUserInboundEventTriggered(ConnectionEvent.mostlyFraming) }
    }

    private func shut(_ context: ChannelHandlerContext, _ code: ListenerCode, detail: String?) {
        state = .shut
        connection.note(.notice, code, detail: detail)
        connection.leave()
        context.close(promise: nil)
    }
}
