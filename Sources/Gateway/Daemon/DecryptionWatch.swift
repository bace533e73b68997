import AS4
import Documents
import Foundation
import Logging
import Synchronization

/// The one ``DecryptionBrake`` of the daemon, shared by all connections, and its voice.
final class DecryptionWatch: Sendable {
    private let brake = Mutex(DecryptionBrake())
    private let log: EventLog

    init(_ log: EventLog) { self.log = log }

    /// The refusal of a request of a partner that has to wait; nil when it is listened to.
    func refusal(of partner: String, at time: Date) -> HTTPAnswer? {
        guard let seconds = brake.withLock({ $0.pause(of: partner, at: time) }) else { return nil }
        let code = ListenerCode.undecryptable
        log.note(.notice, code.text.en, ["code": code.rawValue, "partner": partner])
        return HTTPAnswer(
            status: 503, contentType: "text/plain; charset=utf-8", headers: [.init(name: "Retry-After", value: "\(seconds)")],
            body: Array("\(code.rawValue) \(code.text.en)\n".utf8))
    }

    /// Counts an answer that says A068; the alarm sounds when a pause starts.
    func note(_ event: InboundAnswer.Event, from partner: String, at time: Date) {
        guard case .refused(_, AS4Code.decryption.rawValue, _) = event else { return }
        guard brake.withLock({ $0.failed(partner, at: time) }) else { return }
        let code = ListenerCode.undecryptable
        let fields = ["code": code.rawValue, "partner": partner, "pause_seconds": "\(Int(DecryptionBrake.pause))"]
        log.note(.error, "too many messages that cannot be decrypted; the partner has to wait", fields)
    }
}
