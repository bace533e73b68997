import Foundation
import Spooling

/// Step 6 inbound: gives a stored message to the municipal system, as `ID.xml` with `ID.json` beside it in the hand-over folder.
///
/// At least once, with the id as the key: after a crash between the file and the note that it was handed over, the same id is written again.
/// `ID.json` comes first, so whoever sees `ID.xml` finds both; the receiving system takes the files away by rename or delete.
struct HandOver: Sendable {
    let spool: Spool
    let folder: String

    /// Hands over one message that is `ready` or `deferred`. Blocking.
    ///
    /// - Returns: false when the message was not there any more.
    /// - Throws: ``FileTrouble`` after the message went back to `deferred`; ``SpoolError`` when the spool itself is in the way.
    func run(_ id: MessageID, from state: SpoolState, at time: Date) throws -> Bool {
        guard try spool.claim(id, from: state) else { return false }
        guard let entry = try spool.entry(id) else { return false }
        let body = try spool.body(of: id, in: .inflight)
        let attempt = entry.attempts + 1
        do {
            try FileSystem.writeDurably(try JSONReport.line(Note(entry.envelope)), to: "\(folder)/\(id).json")
            try FileSystem.writeDurably(body, to: "\(folder)/\(id).xml")
        } catch let trouble as FileTrouble {
            let again = time.addingTimeInterval(min(60, Double(5 * attempt)))
            let record = HistoryRecord(at: time, event: .deferred) {
                $0.attempt = attempt
                $0.code = GatewayCode.cannotHandOver.rawValue
                $0.reason = "\(trouble.operation): \(String(cString: strerror(trouble.errno)))"
                $0.nextTryAt = again
            }
            try spool.move(id, from: .inflight, to: .deferred, record: record)
            throw trouble
        }
        let record = HistoryRecord(at: time, event: .handedOver) { $0.attempt = attempt }
        try spool.move(id, from: .inflight, to: .done, record: record)
        return true
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
        }
    }
}
