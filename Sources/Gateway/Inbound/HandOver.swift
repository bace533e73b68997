import Foundation
import Spooling

/// Step 6 inbound: gives a stored message to the municipal system, as `ID.xml` with `ID.json` and its attachments `ID.bilaga-1`, … beside it in
/// the hand-over folder.
///
/// At least once, with the id as the key: after a crash between the file and the note that it was handed over, the same id is written again.
/// `ID.xml` comes last, so whoever sees it finds all of them; the receiving system takes the files away by rename or delete.
struct HandOver: Sendable {
    let spool: Spool
    let folder: String

    /// Hands over one message that is `ready` or `deferred`, or was left `inflight` by an attempt of this process that could not put it back.
    /// Blocking.
    ///
    /// - Returns: false when the message was not there any more.
    /// - Throws: ``FileTrouble`` after the message went back to `deferred`; ``SpoolError`` when the spool itself is in the way, with the
    ///   message where it was, in `inflight` at worst.
    func run(_ id: MessageID, from state: SpoolState, at time: Date) throws -> Bool {
        if state != .inflight {
            guard try spool.claim(id, from: state) else { return false }
        }
        do {
            guard let entry = try spool.entry(id, in: .inflight) else { return false }
            let body = try spool.body(of: entry)
            do {
                let note = try JSONReport.line(Note(entry.envelope))
                try place(try spool.enclosures(of: entry), of: id)
                try FileSystem.writeDurably([(note, "\(id).json"), (body, "\(id).xml")], in: folder)
            } catch let trouble as FileTrouble {
                try spool.move(id, from: .inflight, to: .deferred, record: Self.deferred(trouble, entry.currentAttempt, at: time))
                throw trouble
            }
            let record = HistoryRecord(at: time, event: .handedOver) { $0.attempt = entry.currentAttempt }
            try spool.move(id, from: .inflight, to: .done, record: record)
            return true
        } catch let trouble as SpoolError {
            try? spool.move(
                id, from: .inflight, to: .ready, record: HistoryRecord(at: time, event: .parked) { $0.code = trouble.code.rawValue })
            throw trouble
        }
    }

    private func place(_ files: [HeldFile], of id: MessageID) throws(FileTrouble) {
        for (position, file) in files.enumerated() {
            try FileSystem.place(file, at: "\(folder)/\(Self.fileName(position, of: id))")
        }
    }

    private static func fileName(_ position: Int, of id: MessageID) -> String { "\(id).\(Enclosure.fileName(position))" }

    /// The longest pause before a hand-over that failed is tried again.
    static let longestPause: TimeInterval = 60

    private static func deferred(_ trouble: FileTrouble, _ attempt: Int, at time: Date) -> HistoryRecord {
        HistoryRecord(at: time, event: .deferred) {
            $0.attempt = attempt
            $0.code = GatewayCode.cannotHandOver.rawValue
            $0.reason = "\(trouble.operation): \(String(cString: strerror(trouble.errno)))"
            $0.nextTryAt = time.addingTimeInterval(min(longestPause, Double(5 * attempt)))
        }
    }

    /// What the municipal system learns beside the message; nothing of its content.
    private struct Note: Encodable {
        let id: String
        let type: String
        let from: String
        let receivedAt: Date
        let businessMessageID: String?
        let caseID: String?
        let as4MessageID: String?
        let bodySHA256: String
        let warnings: [String]
        let attachments: [AttachmentReport]

        init(_ envelope: Envelope) {
            id = "\(envelope.id)"
            type = envelope.type
            from = envelope.partner
            receivedAt = envelope.createdAt
            businessMessageID = envelope.attributes[.businessMessageID]
            caseID = envelope.attributes[.caseID]
            as4MessageID = envelope.attributes[.as4MessageID]
            bodySHA256 = envelope.bodySHA256
            warnings = (envelope.attributes[.warnings] ?? "").split(separator: " ").map(String.init)
            attachments = envelope.enclosures.enumerated().map { position, enclosure in
                AttachmentReport(enclosure, file: HandOver.fileName(position, of: envelope.id))
            }
        }
    }
}
