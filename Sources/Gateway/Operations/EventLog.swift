import Documents
import Foundation
import Logging
import Signatures
import Spooling

/// The decisions of the gateway as log lines: one line for every change of a message's state, always with its id, never with its content.
package struct EventLog: Sendable {
    /// The logger behind.
    package let logger: Logger

    /// Wraps a logger.
    package init(_ logger: Logger) { self.logger = logger }

    /// A logger that writes to standard error in the format.
    package static func toStandardError(level: Logger.Level, format: LogFormat) -> EventLog {
        var logger = Logger(label: "sluss") { _ in JSONLogHandler(format: format) }
        logger.logLevel = level
        return EventLog(logger)
    }

    /// The same lines for the transport's own events.
    var transportLogger: Logger {
        var other = Logger(label: "sluss.transport", factory: { _ in logger.handler })
        other.logLevel = logger.logLevel
        return other
    }

    /// A message changed its state.
    func moved(_ id: MessageID, _ change: StateChange) {
        var fields: Logger.Metadata = ["id": "\(id)", "to": "\(change.to.rawValue)"]
        if let from = change.from { fields["from"] = "\(from.rawValue)" }
        if let partner = change.partner { fields["partner"] = "\(partner)" }
        if let code = change.code { fields["code"] = "\(code)" }
        if let attempt = change.attempt { fields["attempt"] = .stringConvertible(attempt) }
        if let next = change.nextTryAt { fields["next_try_at"] = "\(Timestamps.text(next))" }
        if let elapsed = change.elapsed { fields["elapsed_ms"] = .stringConvertible(Int(elapsed.timeInterval * 1_000)) }
        logger.log(level: change.isTrouble ? .warning : .info, "message \(change.event)", metadata: fields)
    }

    /// A POST was answered.
    func received(_ event: InboundAnswer.Event, from peer: PeerIdentity) {
        var fields: Logger.Metadata = ["partner": "\(peer.partner)", "certificate": "\(peer.certificateSHA256.prefix(16))"]
        switch event {
        case .stored(let id, let type):
            fields.merge(["id": "\(id)", "type": "\(type)", "to": "ready"]) { $1 }
            logger.info("message received", metadata: fields)
        case .repeated(let id):
            fields["id"] = "\(id)"
            logger.info("message repeated, first answer given again", metadata: fields)
        case .refused(let ebms, let code, let place):
            fields.merge(["ebms": "\(ebms)", "code": "\(code)", "place": "\(place.map(Self.harmless) ?? "")"]) { $1 }
            logger.warning("message refused", metadata: fields)
        case .unavailable(let code):
            fields["code"] = "\(code)"
            logger.error("message not taken now", metadata: fields)
        case .tested: logger.info("test message answered", metadata: fields)
        case .signal(let about, let code, let isTrusted):
            // Whose words are nobody's proof: what an unsigned signal is about is not kept. A signed one is told by our own id, or not at all: a
            // name that we did not give may be a person number.
            fields["signed"] = "\(isTrusted)"
            if isTrusted { fields.merge(["about": "\(about.map { "\($0)" } ?? "?")", "ebms": "\(code ?? "")"]) { $1 } }
            logger.warning("signal posted by itself, noted only", metadata: fields)
        }
    }

    /// A path holds element names, and those of a message that was refused are a stranger's: no run of digits that could be a person number.
    static func harmless(_ path: String) -> String { path.contains(/[0-9]{6}/) ? "?" : path }

    /// Something of the gateway itself, with fields that hold no content; `numbers` are written as numbers.
    package func note(_ level: Logger.Level, _ event: String, _ fields: [String: String] = [:], numbers: [String: Int] = [:]) {
        let texts: Logger.Metadata = fields.mapValues { "\($0)" }
        logger.log(level: level, "\(event)", metadata: texts.merging(numbers.mapValues { .stringConvertible($0) }) { $1 })
    }

    /// Trouble of ours, by its code and place: never by the error's own words, which may hold a submitter's file name.
    package func trouble(_ event: String, _ error: any Error, _ fields: [String: String] = [:]) {
        var (fields, numbers) = (fields, [String: Int]())
        switch error {
        case let error as SpoolError:
            fields["code"] = error.code.rawValue
            fields["place"] = "\(error.place)"
            if let operation = error.operation { fields["operation"] = operation.rawValue }
            if error.errorNumber != 0 { numbers["errno"] = Int(error.errorNumber) }
        case let error as FileTrouble:
            fields["operation"] = error.operation
            numbers["errno"] = Int(error.errno)
        case let error as Refusal:
            fields["code"] = error.code
            if let path = error.place.path { fields["place"] = Self.harmless(path) }
        default: fields["code"] = "\(type(of: error))"
        }
        note(.error, event, fields, numbers: numbers)
    }
}

/// What a log line tells of a message's step.
struct StateChange: Sendable {
    var event: String
    var from: SpoolState?
    var to: SpoolState
    var partner: String?
    var code: String?
    var attempt: Int?
    var nextTryAt: Date?
    var elapsed: Duration?
    var isTrouble = false
}
