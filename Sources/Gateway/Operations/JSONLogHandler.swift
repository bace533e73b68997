import Foundation
import Glibc
import Logging
import Spooling

/// Writes each log event as one JSON object on a line of standard error: `time`, `level`, `event`, then the metadata as fields.
///
/// A number that was given as one (`.stringConvertible(3)`) is written as a JSON number, everything else as a string.
///
/// Every control, bidirectional and non-ASCII character is escaped, so nothing a peer sent can forge a line or steer a terminal.
package struct JSONLogHandler: LogHandler {
    /// Less serious events are left out.
    package var logLevel: Logger.Level = .info
    /// Fields on every line of this logger.
    package var metadata: Logger.Metadata = [:]
    private let format: LogFormat

    /// Makes a handler for one logger.
    ///
    /// - Parameter format: JSON for machines, text for a terminal.
    package init(format: LogFormat) { self.format = format }

    /// One field on every line of this logger.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one event; fields of the event win over those of the logger.
    package func log(event: LogEvent) {
        var line = line(of: event, at: Date())
        // One write call a line: lines of several processes in one file do not mix.
        line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }

    /// The event as it is written, with its line break.
    func line(of event: LogEvent, at date: Date) -> String {
        var fields = metadata
        if let more = event.metadata { fields.merge(more) { $1 } }
        let ordered = fields.sorted { $0.key < $1.key }
        let time = Timestamps.text(date)
        switch format {
        case .json:
            let head = [("time", time), ("level", event.level.rawValue), ("event", "\(event.message)")]
            let all = head.map { ($0, JSONText.quoted($1)) } + ordered.map { ($0.key, Self.json($0.value)) }
            return "{" + all.map { "\(JSONText.quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}\n"
        case .text:
            var line = "\(time) \(event.level.rawValue) \(JSONText.escaped("\(event.message)"))"
            for (key, value) in ordered { line += " \(key)=\(JSONText.quoted("\(value)"))" }
            return line + "\n"
        }
    }
}

extension JSONLogHandler {
    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .stringConvertible(let number as any BinaryInteger): "\(number)"
        case .stringConvertible(let number as Double) where number.isFinite: "\(number)"
        default: JSONText.quoted("\(value)")
        }
    }
}

/// How log lines are written.
package enum LogFormat: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case json
    /// Time, level, event and `key="value"` pairs.
    case text
}

/// JSON string syntax in plain ASCII.
package enum JSONText {
    /// The text in quotes, with everything outside printable ASCII escaped.
    package static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

    /// The text without quotes, with everything outside printable ASCII escaped.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for unit in text.utf16 {
            switch unit {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                let hex = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            }
        }
        return result
    }
}

/// Times as text: RFC 3339 in UTC with milliseconds, the one form in logs, JSON and the spool.
package enum Timestamps {
    /// `2026-03-27T11:00:00.000Z`
    package static func text(_ date: Date) -> String {
        SpoolTime.text(date)
    }

    /// Reads the form that ``text(_:)`` writes, or nil.
    package static func date(_ text: String) -> Date? {
        SpoolTime.date(text)
    }
}
