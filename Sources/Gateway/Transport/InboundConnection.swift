import Documents
import Logging
import NIOCore
import NIOPosix
import Signatures

/// What the handlers of one accepted connection share. Lives on the connection's event loop only.
final class InboundConnection {
    let setup: ListenerSetup
    let tls: TLSContexts
    let ledger: ConnectionLedger
    let address: String
    let timer: ConnectionTimer
    let logger: Logger
    var tally = WireTally()
    /// True from the end of one request to the first byte of the next.
    var isResting = true
    private(set) var peer: AdmittedPeer?
    private(set) var hasPartnerPlace = false
    /// The answer to a refused request waits for its line in the audit trail.
    private(set) var isProving = false
    /// False once the trust of a later day has refused the peer.
    private var isTrusted = true

    init(setup: ListenerSetup, tls: TLSContexts, ledger: ConnectionLedger, channel: any Channel) {
        self.setup = setup
        self.tls = tls
        self.ledger = ledger
        address = channel.remoteAddress?.ipAddress ?? "-"
        timer = ConnectionTimer(eventLoop: channel.eventLoop)
        var logger = tls.runtime.logger
        logger[metadataKey: "address"] = "\(address)"
        self.logger = logger
    }

    var limits: ListenerLimits { setup.limits }

    /// The peer is proved: its place among the partner's connections is taken, if there is one.
    func admit(_ peer: AdmittedPeer) {
        self.peer = peer
        hasPartnerPlace = ledger.enter(peer.partner)
    }

    /// Gives the partner's place back; harmless when called again.
    func leave() {
        timer.disarm()
        guard hasPartnerPlace, let peer else { return }
        hasPartnerPlace = false
        ledger.leave(peer.partner)
    }

    /// Whether the peer has to be judged again before its next request: after a reload, after its certificate's end, and now and then.
    var needsJudgement: Bool { peer.map { !tls.isFresh($0) } ?? false }

    /// Judges the peer by the trust in force now, on a worker thread; ``speaker()`` knows the verdict when `done` is called on the event loop.
    func judgeAgain(on eventLoop: any EventLoop, _ done: @escaping () -> Void) {
        guard let judged = peer else { return done() }
        let record = VerificationRecord()
        let verdict = tls.clientVerifier(tls.current, record: record).verify(chain: judged.chain, on: eventLoop)
        verdict.assumeIsolated().whenSuccess { _ in
            if let admitted = record.admitted, admitted.partner == judged.partner {
                self.peer = admitted
            } else {
                self.isTrusted = false
                self.note(.notice, .noLongerTrusted, detail: record.refusal.map { "\($0.code) \($0.detail ?? $0.text.en)" })
            }
            done()
        }
    }

    /// Who speaks, or why nobody may speak on this connection now.
    func speaker() throws(RequestRefusal) -> PeerIdentity {
        guard let peer, isTrusted else { throw RequestRefusal(.noLongerTrusted) }
        if let waiting = peer.waiting {
            note(.error, .cannotJudge, detail: waiting.detail)
            throw RequestRefusal(.cannotJudge)
        }
        guard hasPartnerPlace else { throw RequestRefusal(.partnerConnections) }
        return PeerIdentity(partner: peer.partner, certificateSHA256: Hexadecimal.text(peer.leaf.sha256), address: address)
    }

    /// A refusal of a known partner is seen at the usual level of the log; those of strangers would drown it.
    func note(_ refusal: RequestRefusal) { note(peer == nil ? .info : .notice, refusal.code, detail: refusal.detail) }

    /// Has the refusal of a known partner's request put on record, on a thread that may block; then `done` answers on the event loop. What
    /// could not be put on record is not told: the partner is to come again.
    func prove(_ refusal: RequestRefusal, on eventLoop: any EventLoop, _ done: @escaping (RequestRefusal) -> Void) {
        guard let trail = setup.refusals, let peer else { return done(refusal) }
        let record = RefusalRecord(partner: peer.partner, code: refusal.code.rawValue, status: refusal.status)
        let time = tls.runtime.now()
        isProving = true
        let recorded = tls.runtime.proofPool.runIfActive(eventLoop: eventLoop) { try trail.record(record, at: time) }
        recorded.assumeIsolated().whenComplete { result in
            self.isProving = false
            if case .success = result { return done(refusal) }
            self.note(.error, .refusalUnrecorded, detail: refusal.code.rawValue)
            done(RequestRefusal(.refusalUnrecorded))
        }
    }

    func note(_ level: Logger.Level, _ code: ListenerCode, detail: String?) {
        var metadata: Logger.Metadata = ["code": "\(code.rawValue)"]
        metadata["partner"] = peer.map { "\($0.partner)" }
        metadata["detail"] = detail.map { "\($0)" }
        logger.log(level: level, "\(code.text.en)", metadata: metadata)
    }
}
