/// What is logged, and how (`log`). Logs go to standard error and hold no content of messages.
package struct LogSettings: Sendable, Equatable {
    /// The least important level that is written; the names of swift-log.
    package enum Level: String, CaseIterable, Sendable {
        case trace, debug, info, notice, warning, error, critical
    }

    /// How a line looks.
    package enum Format: String, CaseIterable, Sendable {
        case json, text
    }

    /// The least important level that is written.
    package let level: Level
    /// How a line looks.
    package let format: Format
}
