import Documents
import Synchronization

/// The verdict on one connection's peer: written on a worker thread, read on the event loop.
final class VerificationRecord: Sendable {
    private let verdict = Mutex<Result<AdmittedPeer, Refusal>?>(nil)

    func set(_ result: Result<AdmittedPeer, Refusal>) { verdict.withLock { $0 = result } }

    var admitted: AdmittedPeer? {
        guard case .success(let peer) = verdict.withLock({ $0 }) else { return nil }
        return peer
    }

    var refusal: Refusal? {
        guard case .failure(let refusal) = verdict.withLock({ $0 }) else { return nil }
        return refusal
    }
}
