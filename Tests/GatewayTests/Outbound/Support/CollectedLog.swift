import Foundation
import Logging
import Synchronization

@testable import Gateway

/// Keeps every log line in memory, as JSON.
final class CollectedLog: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    var text: String { lines.joined() }
    var log: EventLog {
        var logger = Logger(label: "test") { _ in Keeping(log: self) }
        logger.logLevel = .trace
        return EventLog(logger)
    }

    private struct Keeping: LogHandler {
        let log: CollectedLog
        var base = JSONLogHandler(format: .json)
        var logLevel: Logger.Level {
            get { base.logLevel }
            set { base.logLevel = newValue }
        }
        var metadata: Logger.Metadata {
            get { base.metadata }
            set { base.metadata = newValue }
        }
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { base[metadataKey: key] }
            set { base[metadataKey: key] = newValue }
        }

        init(log: CollectedLog) { self.log = log }

        func log(event: LogEvent) {
            let line = base.line(of: event, at: .now)
            log.kept.withLock { $0.append(line) }
        }
    }
}
