import Documents
import Foundation
import Spooling

/// A line of `sluss queue` or `sluss inbox`: what an operator may know of a message without opening it. The JSON contract is in
/// `Docs/json-output.md`.
package struct QueueReport: Encodable, Sendable {
    /// Our id.
    package let id: String
    /// The state it lies in.
    package let state: String
    /// M01, M05, …; `unknown` when the envelope itself is damaged.
    package let type: String
    /// The partner.
    package let partner: String
    /// When it was accepted.
    package let createdAt: Date?
    /// How long ago that is.
    package let ageSeconds: Int?
    /// Attempts so far.
    package let attempts: Int
    /// When it is tried again: not before its own time, and not before its partner's lane opens.
    package let nextTryAt: Date?
    /// The code of the last trouble; nil when the last note is an operator's.
    package let lastCode: String?
    /// What the code says.
    package let lastMessageSv: String?
    /// What the code says.
    package let lastMessageEn: String?
    /// What the code does not say, or why an operator acted.
    package let lastReason: String?
    /// The business message's id.
    package let businessMessageID: String?
    /// The business document's size.
    package let sizeBytes: Int?

    /// Flattens a summary.
    ///
    /// - Parameter lanes: the partners whose lanes are closed, and until when.
    package init(_ summary: SpoolSummary, lanes: [String: Date] = [:], now: Date) {
        id = "\(summary.id)"
        state = summary.state.rawValue
        type = summary.envelope?.type ?? "unknown"
        partner = summary.envelope?.partner ?? "unknown"
        createdAt = summary.envelope?.createdAt
        ageSeconds = summary.envelope.map { Int(now.timeIntervalSince($0.createdAt)) }
        attempts = summary.attempts
        let own = [.deferred, .awaiting].contains(summary.state) ? summary.nextTryAt : nil
        let lane = [.ready, .deferred, .awaiting].contains(summary.state) ? summary.envelope.flatMap { lanes[$0.partner] } : nil
        nextTryAt = [own, lane].compactMap { $0 }.max()
        lastCode = summary.lastCode
        let text = summary.lastCode.flatMap(FaultText.text)
        (lastMessageSv, lastMessageEn) = (text?.sv, text?.en)
        lastReason = summary.lastReason
        businessMessageID = summary.envelope?.attributes[.businessMessageID]
        sizeBytes = summary.envelope?.bodyLength
    }
}

/// Which messages a list shows.
package struct QueueFilter: Sendable {
    /// States to show.
    package var states: [SpoolState]
    /// Only this partner.
    package var partner: String?
    /// Only this type.
    package var type: String?
    /// Only messages at least this old.
    package var olderThan: Duration?

    /// States that still need somebody's attention or the daemon's work.
    package static let open: [SpoolState] = [.incoming, .ready, .inflight, .awaiting, .deferred, .held, .failed, .corrupt]

    /// Shows the given states.
    package init(states: [SpoolState] = QueueFilter.open) { self.states = states }

    /// The matching messages of a spool, oldest first. Blocking. A message that moves during the listing may show twice or not at all.
    ///
    /// - Throws: ``SpoolError`` when the spool cannot be read.
    package func reports(from spool: Spool, now: Date = Date()) throws(SpoolError) -> [QueueReport] {
        let lanes = LaneBoard.closed(in: spool, at: now)
        var reports: [QueueReport] = []
        for state in states {
            for id in try spool.list(state) {
                guard let summary = try spool.summary(of: id, in: state) else { continue }
                if let partner, summary.envelope?.partner != partner { continue }
                if let type, summary.envelope?.type != type { continue }
                let report = QueueReport(summary, lanes: lanes, now: now)
                if let olderThan, Duration.seconds(report.ageSeconds ?? 0) < olderThan { continue }
                reports.append(report)
            }
        }
        return reports.sorted { $0.id < $1.id }
    }
}

/// `sluss message show`: everything but the content.
package struct MessageReport: Encodable, Sendable {
    /// The line of the list.
    package let message: QueueReport
    /// `outbound` or `inbound`.
    package let direction: String
    /// The case.
    package let caseID: String?
    /// The AS4 MessageId, the same in every attempt.
    package let as4MessageID: String?
    /// The agreement.
    package let agreement: String?
    /// The message that it answers, by our id.
    package let answers: String?
    /// MessageId of the message that it answers.
    package let as4RefToMessageID: String?
    /// Rules that warned.
    package let warnings: [String]
    /// SHA-256 of the business document as stored; nil when the envelope itself is damaged.
    package let bodySHA256: String?
    /// Its attachments, in the order the message declares them.
    package let attachments: [AttachmentReport]
    /// Everything that happened, oldest first.
    package let history: [HistoryRecord]
    /// The files that lie with the message, relative to the spool's root.
    package let files: [String]

    /// Flattens an entry.
    ///
    /// - Parameter notes: what was found when the message was set aside as damaged.
    package init(_ entry: SpoolEntry, notes: [HistoryRecord] = [], direction: String, files: [String], now: Date = Date()) {
        let summary = SpoolSummary(entry)
        self.init(summary, history: entry.history + notes, direction: direction, files: files, now: now)
    }

    /// Flattens what is known of a message too damaged to be read: its place, and the notes of what was found.
    package init(_ summary: SpoolSummary, direction: String, files: [String], now: Date = Date()) {
        self.init(summary, history: summary.recent, direction: direction, files: files, now: now)
    }

    private init(_ summary: SpoolSummary, history: [HistoryRecord], direction: String, files: [String], now: Date) {
        let envelope = summary.envelope
        message = QueueReport(summary, now: now)
        self.direction = direction
        caseID = envelope?.attributes[.caseID]
        as4MessageID = envelope?.attributes[.as4MessageID]
        agreement = envelope?.attributes[.agreement]
        answers = envelope?.attributes[.answers]
        as4RefToMessageID = envelope?.attributes[.as4RefToMessageID]
        warnings = (envelope?.attributes[.warnings] ?? "").split(separator: " ").map(String.init)
        bodySHA256 = envelope?.bodySHA256
        attachments = (envelope?.enclosures ?? []).enumerated().map { position, enclosure in
            AttachmentReport(enclosure, file: Enclosure.fileName(position))
        }
        self.history = history
        self.files = files
    }
}
