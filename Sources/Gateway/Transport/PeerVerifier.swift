import Documents
import NIOCore
import NIOPosix
import NIOSSL

/// Carries a certificate judgement from the event loop to a worker thread and its verdict back to TLS.
struct PeerVerifier: Sendable {
    typealias Judgement = @Sendable ([[UInt8]]) throws(Refusal) -> AdmittedPeer

    let pool: NIOThreadPool
    let record: VerificationRecord
    let judge: Judgement

    /// NIOSSL's custom verification callback: called once on the event loop, where nothing may block.
    func verify(_ certificates: [NIOSSLCertificate], _ promise: EventLoopPromise<NIOSSLVerificationResult>) {
        pool.submit { state in
            guard state == .active, let chain = try? certificates.map({ try $0.toDERBytes() }) else { return promise.succeed(.failed) }
            promise.succeed(verdict(on: chain) ? .certificateVerified : .failed)
        }
    }

    /// Judges a chain known from before, for a resumed session. The future is never failed.
    func verify(chain: [[UInt8]], on eventLoop: any EventLoop) -> EventLoopFuture<Bool> {
        let promise = eventLoop.makePromise(of: Bool.self)
        pool.submit { state in promise.succeed(state == .active && verdict(on: chain)) }
        return promise.futureResult
    }

    private func verdict(on chain: [[UInt8]]) -> Bool {
        do throws(Refusal) {
            record.set(.success(try judge(chain)))
            return true
        } catch {
            record.set(.failure(error))
            return false
        }
    }
}
