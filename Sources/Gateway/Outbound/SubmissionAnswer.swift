import CareMessages
import Documents
import Foundation

/// What a submitter is told, as JSON: in `.accepted.json` and `.refused.json`, and by `sluss send --json`. Never content of the message.
package struct SubmissionAnswer: Encodable, Sendable {
    /// `accepted` or `refused`.
    package let status: String
    /// The submitted file's name, as the submitter chose it.
    package let file: String
    /// The business message's id, when it could be read.
    package let businessMessageID: String?
    /// M01, M05, …, when it could be read.
    package let type: String?
    /// The copies in the spool.
    package let copies: [Copy]
    /// Errors, or warnings that travel along.
    package let findings: [FindingReport]

    /// One copy.
    package struct Copy: Encodable, Sendable {
        /// Our id.
        package let id: String
        /// The partner it goes to.
        package let partner: String
        /// True when an earlier submission of the same bytes had made it.
        package let existed: Bool
        /// True when it lies in `held` until a second person releases it.
        package let held: Bool
    }

    /// Puts the answer together.
    package init(_ submission: Submission, file: String) {
        status = submission.isAccepted ? "accepted" : "refused"
        self.file = file
        businessMessageID = submission.messageID
        type = submission.type?.rawValue
        copies = submission.copies.map { Copy(id: "\($0.id)", partner: $0.partner, existed: $0.existed, held: $0.isHeld) }
        findings = submission.findings.map(FindingReport.init)
    }

    /// The answer as one JSON object with a line break at its end.
    package func json() throws -> [UInt8] { try JSONReport.line(self) }
}

/// A finding as JSON, flat, in both languages.
package struct FindingReport: Encodable, Sendable {
    /// The rule's stable id.
    package let code: String
    /// `error` or `warning`.
    package let severity: String
    /// What is wrong.
    package let messageSv: String
    /// What is wrong.
    package let messageEn: String
    /// What to do.
    package let remedySv: String
    /// What to do.
    package let remedyEn: String
    /// The element's path, when it is about one.
    package let path: String?
    /// The line in the file, from 1.
    package let line: Int?
    /// A technical detail, never content.
    package let detail: String?

    /// Flattens a finding.
    package init(_ finding: Finding) {
        code = finding.rule
        severity = finding.severity.rawValue
        messageSv = finding.text.sv
        messageEn = finding.text.en
        remedySv = finding.remedy.sv
        remedyEn = finding.remedy.en
        path = finding.place.path
        line = finding.place.line
        detail = finding.detail
    }
}

/// The one way JSON is written: snake_case, sorted keys, RFC 3339 UTC.
package enum JSONReport {
    /// One object on one line.
    package static func line(_ value: some Encodable) throws -> [UInt8] {
        Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Timestamps.text(date))
        }
        return encoder
    }()
}
